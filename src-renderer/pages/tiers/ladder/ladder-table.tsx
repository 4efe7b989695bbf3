/** How many stand on each step, the highest first; of lines that are tried beside how many stand there now. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import type { LadderStep } from '../../../../src-shared/ladder.ts';
import { minorOf } from '../../../../src-shared/money.ts';
import { CountText } from '../../../parts/count-text.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import type { StepWords } from '../../../parts/step-words.ts';
import { shareText } from '../grid-model.ts';

export type LadderRead = ResultOf<'ladder.read'>;
export type LadderFact = 'customers' | 'netMinor';

export interface LadderTableProps {
  readonly read: LadderRead;
  readonly words: StepWords;
  readonly isTrial: boolean;
  /** null: they cannot be listed: another day, or lines that are tried. */
  readonly onOpen: ((step: LadderStep) => void) | null;
  readonly onWhy: ((step: LadderStep, fact: LadderFact) => void) | null;
}

export function LadderTable(props: LadderTableProps) {
  const { read, isTrial } = props;
  const { t } = useTranslation('ladder');
  return (
    <table className="ledger tier-table ladder-table">
      <colgroup>
        <col className="ls-name" />
        {isTrial && <col className="tt-count" />}
        <col className="tt-count" />
        <col className="tt-share" />
        <col className="tt-net" />
        <col className="tt-each" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('step')}</th>
          {isTrial && (
            <th scope="col" className="n">
              {t('now')}
            </th>
          )}
          <th scope="col" className={isTrial ? 'n fig tried' : 'n fig'}>
            {isTrial ? t('after') : t('customers')}
          </th>
          <th scope="col" className="n">
            {t('share')}
          </th>
          <th scope="col" className="n">
            {t('net')}
          </th>
          <th scope="col" className="n">
            {t('average')}
          </th>
        </tr>
      </thead>
      <tbody>
        {read.steps.toReversed().map((count) => (
          <Row key={count.step} count={count} {...props} />
        ))}
        <Sum {...props} />
      </tbody>
    </table>
  );
}

type Count = LadderRead['steps'][number];
const sumOf = (counts: readonly Count[], of: (count: Count) => number): number =>
  counts.reduce((sum, count) => sum + of(count), 0);

function Row({ count, read, words, isTrial, onOpen, onWhy }: LadderTableProps & { readonly count: Count }) {
  const { step, customers, netMinor } = count;
  const all = sumOf(read.steps, (one) => one.customers);
  const before = read.before.find((one) => one.step === step)?.customers ?? 0;
  const figure = (fact: LadderFact, content: React.ReactNode) =>
    onWhy === null ? content : <Figure onAsk={() => onWhy(step, fact)}>{content}</Figure>;
  const name = (
    <>
      <b>{step}</b> <span className={onOpen === null ? 'dim' : undefined}>{words.name(step)}</span>
    </>
  );
  return (
    <tr>
      <td>
        {onOpen === null ? (
          <span className="tier-name">{name}</span>
        ) : (
          <button type="button" className="plain tier-name link" onClick={() => onOpen(step)}>
            {name}
          </button>
        )}
      </td>
      {isTrial && (
        <td className="n">
          <CountText count={before} />
        </td>
      )}
      <td className={isTrial ? 'n fig tried' : 'n fig'}>{figure('customers', <CountText count={customers} />)}</td>
      <td className="n">{shareText(customers, all, 1) ?? '—'}</td>
      <td className="n">{figure('netMinor', <MoneyText amount={minorOf(netMinor)} currency={read.currency} />)}</td>
      <td className="n">
        <Mean count={count} currency={read.currency} />
      </td>
    </tr>
  );
}

function Mean({ count, currency }: { readonly count: Omit<Count, 'step'>; readonly currency: string }) {
  const { t } = useTranslation('tiers');
  const mean = count.orders === 0 ? null : minorOf(Math.round(count.netMinor / count.orders));
  return <MoneyText amount={mean} currency={currency} reason={t('nobody')} />;
}

function Sum({ read, isTrial }: LadderTableProps) {
  const { t } = useTranslation('ladder');
  const { steps, before, currency } = read;
  const customers = sumOf(steps, (one) => one.customers);
  const buyers = customers - (steps[0]?.customers ?? 0);
  const netMinor = sumOf(steps, (one) => one.netMinor);
  const orders = sumOf(steps, (one) => one.orders);
  return (
    <tr className="sum">
      <td>
        {t('total')} <span className="dim sm">{t('buyers', { count: buyers })}</span>
      </td>
      {isTrial && (
        <td className="n">
          <CountText count={sumOf(before, (one) => one.customers)} />
        </td>
      )}
      <td className="n fig">
        <CountText count={customers} />
      </td>
      <td className="n">{shareText(customers, customers, 1) ?? '—'}</td>
      <td className="n">
        <MoneyText amount={minorOf(netMinor)} currency={currency} />
      </td>
      <td className="n">
        <Mean count={{ customers, orders, netMinor }} currency={currency} />
      </td>
    </tr>
  );
}
