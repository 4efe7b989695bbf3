/** The stages of a customer's life: how many, how many of them by their own gaps, and what they brought. */

import { useTranslation } from 'react-i18next';
import type { LifeStage } from '../../../src-shared/lifecycle.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import { CountText } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { shareText } from './grid-model.ts';

/** The name of a fact of the explanation. */
export type LifeFact = 'customers' | 'netMinor';

export interface LifeLineOf {
  readonly stage: LifeStage;
  readonly customers: number;
  /** Of them held against their own gap. */
  readonly own: number;
  readonly netMinor: Minor;
}

export interface LifeTableProps {
  readonly lines: readonly LifeLineOf[];
  readonly currency: string;
  /** null: the customers of a stage cannot be listed for this day. */
  readonly onOpen: ((stage: LifeStage) => void) | null;
  /** undefined: all stages together. */
  readonly onWhy: (stage: LifeStage | undefined, fact: LifeFact) => void;
}

type Total = Omit<LifeLineOf, 'stage'>;

export function LifeTable(props: LifeTableProps) {
  const { lines } = props;
  const { t } = useTranslation('lifecycle');
  const sum = (of: (line: LifeLineOf) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const total: Total = {
    customers: sum(({ customers }) => customers),
    own: sum(({ own }) => own),
    netMinor: minorOf(sum(({ netMinor }) => netMinor)),
  };
  return (
    <table className="ledger tier-table">
      <colgroup>
        <col className="tt-life" />
        <col className="tt-count" />
        <col className="tt-share" />
        <col className="tt-each" />
        <col className="tt-net" />
        <col className="tt-each" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col" className="n fig">
            {t('customers')}
          </th>
          <th scope="col" className="n">
            {t('share')}
          </th>
          <th scope="col" className="n" title={t('ownSay')}>
            {t('own')}
          </th>
          <th scope="col" className="n">
            {t('net')}
          </th>
          <th scope="col" className="n">
            {t('each')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.stage} line={line} stage={line.stage} total={total} {...props} />
        ))}
        <Row line={total} stage={undefined} total={total} {...props} />
      </tbody>
    </table>
  );
}

interface RowProps extends LifeTableProps {
  readonly line: Total;
  readonly stage: LifeStage | undefined;
  readonly total: Total;
}

function Row({ line, stage, total, currency, onOpen, onWhy }: RowProps) {
  const { t } = useTranslation('lifecycle');
  const { t: tiers } = useTranslation('tiers');
  const average = line.customers === 0 ? null : minorOf(Math.round(line.netMinor / line.customers));
  return (
    <tr className={stage === undefined ? 'sum' : ''}>
      <td>{stage === undefined ? t('total') : <StageName stage={stage} onOpen={onOpen} />}</td>
      <td className="n fig">
        <Figure onAsk={() => onWhy(stage, 'customers')}>
          <CountText count={line.customers} />
        </Figure>
      </td>
      <td className="n">{shareText(line.customers, total.customers, 1) ?? '—'}</td>
      <td className="n">
        <CountText count={line.own} />
      </td>
      <td className="n">
        <Figure onAsk={() => onWhy(stage, 'netMinor')}>
          <MoneyText amount={line.netMinor} currency={currency} />
        </Figure>
      </td>
      <td className="n">
        <MoneyText amount={average} currency={currency} reason={tiers('nobody')} />
      </td>
    </tr>
  );
}

function StageName({ stage, onOpen }: { readonly stage: LifeStage; readonly onOpen: LifeTableProps['onOpen'] }) {
  const { t } = useTranslation('lifecycle');
  const { t: common } = useTranslation('common');
  const name = (
    <>
      <b>{common(`life.${stage}`)}</b> <span className="faint sm">{t(`means.${stage}`)}</span>
    </>
  );
  if (onOpen === null) return <span className="tier-name">{name}</span>;
  return (
    <button type="button" className="plain tier-name link" onClick={() => onOpen(stage)}>
      {name}
    </button>
  );
}
