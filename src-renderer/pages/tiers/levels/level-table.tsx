/** The levels, the highest first: their rule, how many have each now and, of rules that are tried, would have; and what they brought. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { levelRuleText, levelSpanText } from '../../../../src-shared/level-text.ts';
import { type Level, noLevel } from '../../../../src-shared/levels.ts';
import { minorOf } from '../../../../src-shared/money.ts';
import { CountText } from '../../../parts/count-text.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import { shareText } from '../grid-model.ts';

export type LevelSummary = ResultOf<'levels.summary'>;
export type LevelFact = 'customers' | 'netMinor';

export interface LevelTableProps {
  /** By the rules shown. */
  readonly summary: LevelSummary;
  readonly levels: readonly Level[];
  /** How many have each level now, by its number; null: nothing is tried. */
  readonly before: ReadonlyMap<number, number> | null;
  /** null: they cannot be listed: another day, rules that are tried or not in use. */
  readonly onOpen: ((level: number) => void) | null;
  readonly onWhy: ((level: number, fact: LevelFact) => void) | null;
}

export function LevelTable(props: LevelTableProps) {
  const { summary, before } = props;
  const { t } = useTranslation('levels');
  return (
    <table className="ledger tier-table level-table">
      <colgroup>
        <col className="lt-name" />
        <col className="lt-rule" />
        {before !== null && <col className="tt-count" />}
        <col className="tt-count" />
        <col className="tt-share" />
        <col className="tt-net" />
        {before === null && <col className="tt-each" />}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('level')}</th>
          <th scope="col">{t('rule')}</th>
          {before !== null && (
            <th scope="col" className="n">
              {t('now')}
            </th>
          )}
          <th scope="col" className={before === null ? 'n fig' : 'n fig tried'}>
            {before === null ? t('customers') : t('afterKeeping')}
          </th>
          <th scope="col" className="n">
            {t('share')}
          </th>
          <th scope="col" className="n">
            {t('net')}
          </th>
          {before === null && (
            <th scope="col" className="n">
              {t('each')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {summary.counts.map((count) => (
          <Row key={count.level} count={count} {...props} />
        ))}
        <Sum {...props} />
      </tbody>
    </table>
  );
}

type Count = LevelSummary['counts'][number];

function Row({ count, summary, levels, before, onOpen, onWhy }: LevelTableProps & { readonly count: Count }) {
  const { i18n } = useTranslation('levels');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { level, customers, netMinor } = count;
  const rule = levels.find(({ id }) => id === level);
  const figure = (fact: LevelFact, content: React.ReactNode) =>
    onWhy === null ? content : <Figure onAsk={() => onWhy(level, fact)}>{content}</Figure>;
  return (
    <tr>
      <td>
        <LevelName level={level} name={rule?.name ?? null} onOpen={onOpen} />
      </td>
      <td className="dim sm">
        <RuleWords rule={rule} currency={summary.currency} language={language} />
      </td>
      {before !== null && (
        <td className="n">
          <CountText count={before.get(level) ?? 0} />
        </td>
      )}
      <td className={before === null ? 'n fig' : 'n fig tried'}>
        {figure('customers', <CountText count={customers} />)}
      </td>
      <td className="n">{shareText(customers, summary.customers, 1) ?? '—'}</td>
      <td className="n">{figure('netMinor', <MoneyText amount={minorOf(netMinor)} currency={summary.currency} />)}</td>
      {before === null && (
        <td className="n">
          <Each customers={customers} netMinor={netMinor} currency={summary.currency} />
        </td>
      )}
    </tr>
  );
}

interface RuleWordsProps {
  readonly rule: Level | undefined;
  readonly currency: string;
  readonly language: 'zh-CN' | 'en';
}

function RuleWords({ rule, currency, language }: RuleWordsProps) {
  const { t } = useTranslation('levels');
  const { t: common } = useTranslation('common');
  if (rule === undefined) return t('noneSay');
  const words = `${levelRuleText(rule, language, currency)}${common('comma')}${levelSpanText(rule, language)}`;
  return <span title={words}>{words}</span>;
}

function Each({
  customers,
  netMinor,
  currency,
}: Pick<Count, 'customers' | 'netMinor'> & { readonly currency: string }) {
  const { t } = useTranslation('tiers');
  const average = customers === 0 ? null : minorOf(Math.round(netMinor / customers));
  return <MoneyText amount={average} currency={currency} reason={t('nobody')} />;
}

function Sum({ summary, before }: LevelTableProps) {
  const { t } = useTranslation('levels');
  const net = summary.counts.reduce((sum, { netMinor }) => sum + netMinor, 0);
  return (
    <tr className="sum">
      <td>{t('total')}</td>
      <td className="dim sm">{summary.byHand > 0 ? t('byHand', { count: summary.byHand }) : ''}</td>
      {before !== null && (
        <td className="n">
          <CountText count={[...before.values()].reduce((sum, count) => sum + count, 0)} />
        </td>
      )}
      <td className="n fig">
        <CountText count={summary.customers} />
      </td>
      <td className="n">{shareText(summary.customers, summary.customers, 1) ?? '—'}</td>
      <td className="n">
        <MoneyText amount={minorOf(net)} currency={summary.currency} />
      </td>
      {before === null && (
        <td className="n">
          <Each customers={summary.customers} netMinor={net} currency={summary.currency} />
        </td>
      )}
    </tr>
  );
}

interface LevelNameProps {
  readonly level: number;
  readonly name: string | null;
  readonly onOpen: LevelTableProps['onOpen'];
}

function LevelName({ level, name, onOpen }: LevelNameProps) {
  const { t } = useTranslation('levels');
  const words = level === noLevel ? <span className="dim">{t('none')}</span> : <b>{name}</b>;
  if (onOpen === null) return <span className="tier-name">{words}</span>;
  return (
    <button type="button" className="plain tier-name link" onClick={() => onOpen(level)}>
      {words}
    </button>
  );
}
