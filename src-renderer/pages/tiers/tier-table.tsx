/** The eight tiers: how many, how much, which share; while a rule is tried, now and if beside each other. Every figure opens its reckoning. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import type { Tier } from '../../../src-shared/rfm.ts';
import { CountText, formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { TierBadge } from '../../parts/tier-badge.tsx';
import type { TierFact } from './beside-tiers.tsx';
import { shareText } from './grid-model.ts';

export interface TierTableProps {
  readonly summary: RfmSummary;
  readonly saved: RfmSummary;
  readonly isTrial: boolean;
  /** null: the list of this tier cannot be opened for this day and rule. */
  readonly onOpen: ((tier: Tier) => void) | null;
  /** undefined: all tiers together. `before`: by the saved rule. */
  readonly onWhy: (tier: Tier | undefined, fact: TierFact, before?: boolean) => void;
  /** Which tier the keyboard is on, for W. */
  readonly onHere: (tier: Tier | undefined) => void;
}

interface Line {
  readonly tier: Tier | undefined;
  readonly customers: number;
  readonly likely: number;
  readonly netMinor: Minor;
  readonly before: number;
}

function linesOf(summary: RfmSummary, saved: RfmSummary): readonly Line[] {
  return summary.tiers.map((count) => ({
    ...count,
    before: saved.tiers.find(({ tier }) => tier === count.tier)?.customers ?? 0,
  }));
}

export function TierTable(props: TierTableProps) {
  const { summary, saved, isTrial } = props;
  const { t } = useTranslation('tiers');
  const lines = linesOf(summary, saved);
  const largest = Math.max(1, ...lines.map((line) => line.customers));
  const total: Line = { ...summary, tier: undefined, before: saved.customers };
  return (
    <table className={isTrial ? 'ledger tier-table trial' : 'ledger tier-table'}>
      <colgroup>
        <col className="tt-name" />
        <col />
        {isTrial && <col className="tt-count" />}
        <col className="tt-count" />
        {isTrial && <col className="tt-count" />}
        <col className="tt-share" />
        <col className="tt-net" />
        <col className="tt-share" />
        {!isTrial && <col className="tt-each" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('tiers')}
          </th>
          {isTrial && (
            <th scope="col" className="n fig">
              {t('now')}
            </th>
          )}
          <th scope="col" className={isTrial ? 'n tried' : 'n fig'}>
            {isTrial ? t('after') : t('count')}
          </th>
          {isTrial && (
            <th scope="col" className="n">
              {t('change')}
            </th>
          )}
          <th scope="col" className="n">
            {t('ofPeople')}
          </th>
          <th scope="col" className="n">
            {t('net')}
          </th>
          <th scope="col" className="n">
            {t('ofNet')}
          </th>
          {!isTrial && (
            <th scope="col" className="n">
              {t('perPerson')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Row key={line.tier} line={line} total={total} largest={largest} isFifth={index % 4 === 3} {...props} />
        ))}
        <Row line={total} total={total} largest={largest} isFifth={false} {...props} />
      </tbody>
    </table>
  );
}

interface RowProps extends TierTableProps {
  readonly line: Line;
  readonly total: Line;
  readonly largest: number;
  readonly isFifth: boolean;
}

function Row({ line, total, largest, isFifth, summary, isTrial, onOpen, onWhy, onHere }: RowProps) {
  const { t } = useTranslation('tiers');
  const { tier } = line;
  const figure = (fact: TierFact, content: ReactNode, before = false): ReactNode => (
    <Figure onAsk={() => onWhy(tier, fact, before)}>{content}</Figure>
  );
  const average = line.customers === 0 ? null : minorOf(Math.round(line.netMinor / line.customers));
  const likely = line.likely === 0 ? undefined : t('ofThemLikely', { count: line.likely });
  return (
    <tr
      className={tier === undefined ? 'sum' : isFifth ? 'r5' : ''}
      onFocus={() => onHere(tier)}
      onMouseEnter={() => onHere(tier)}
    >
      <td colSpan={tier === undefined ? 2 : 1}>
        {tier === undefined ? t('total') : <TierName tier={tier} onOpen={onOpen} />}
      </td>
      {tier !== undefined && (
        <td className="tt-meter">
          <span className="meter" aria-hidden="true">
            <i style={{ width: `${(100 * line.customers) / largest}%` }} />
          </span>
        </td>
      )}
      {isTrial && <td className="n fig">{figure('customers', formatCount(line.before), true)}</td>}
      <td className={isTrial ? 'n tried' : 'n fig'} title={likely}>
        {figure('customers', <CountText count={line.customers} />)}
      </td>
      {isTrial && <td className="n">{changeText(line.customers - line.before)}</td>}
      <td className="n">{figure('customers', shareText(line.customers, total.customers, 1) ?? '—')}</td>
      <td className="n">{figure('netMinor', <MoneyText amount={line.netMinor} currency={summary.currency} />)}</td>
      <td className="n">
        {total.netMinor > 0 ? figure('netMinor', shareText(line.netMinor, total.netMinor, 1)) : '—'}
      </td>
      {!isTrial && (
        <td className="n">
          {figure('averageMinor', <MoneyText amount={average} currency={summary.currency} reason={t('nobody')} />)}
        </td>
      )}
    </tr>
  );
}

function TierName({ tier, onOpen }: { readonly tier: Tier; readonly onOpen: TierTableProps['onOpen'] }) {
  const { t } = useTranslation('common');
  const name = (
    <>
      <TierBadge tier={tier} bare />{' '}
      <span className="faint sm" aria-hidden="true">
        {t(`tierSays.${tier}`)}
      </span>
    </>
  );
  if (onOpen === null) return <span className="tier-name">{name}</span>;
  return (
    <button type="button" className="plain tier-name link" onClick={() => onOpen(tier)}>
      {name}
    </button>
  );
}

/** Ink, not colour: up is good for some tiers and bad for others. */
function changeText(change: number): string {
  if (change === 0) return '0';
  return `${change > 0 ? '▲' : '▼'} ${formatCount(Math.abs(change))}`;
}
