/** The batches as a ledger table, newest first. What is undone is fainter but still there. */

import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../src-shared/contract/imports.ts';
import type { ImportFigure } from '../../../src-shared/import-figure.ts';
import { useCoinWords } from '../../parts/coin-words.ts';
import { CountText } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { localMoment, MomentText } from '../../parts/moment-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { useSaveReport } from '../import/use-save-report.ts';

export interface BatchTableProps {
  readonly entries: readonly HistoryEntry[];
  readonly isBusy: boolean;
  readonly onAct: (entry: HistoryEntry) => void;
  /** Asked which orders a figure of a batch is made of. */
  readonly onExplain: (entry: HistoryEntry, figure: ImportFigure) => void;
  /** Asked for the report about a batch's problems on paper. */
  readonly onPrint: (entry: HistoryEntry) => void;
}

const counts = ['new', 'changed', 'same', 'skipped'] as const;

/** Left out where the letters are large. */
function asideOf(kind: (typeof counts)[number]): string {
  return kind === 'same' || kind === 'changed' ? 'aside' : '';
}

export function BatchTable({ entries, ...ways }: BatchTableProps) {
  const { t } = useTranslation('history');
  const isMixed = new Set(entries.map(({ report }) => report.currency)).size > 1;
  return (
    <table className="ledger batch-table">
      <colgroup>
        <col className="when" />
        <col />
        <col className="aside shop" />
        {counts.map((kind) => (
          <col key={kind} className={`count ${asideOf(kind)}`} />
        ))}
        <col className="net" />
        <col className="state" />
        <col className="ways" />
      </colgroup>
      <thead>
        <tr>
          <th>{t('when')}</th>
          <th>{t('files')}</th>
          <th className="aside">{t('shop')}</th>
          {counts.map((kind) => (
            <th key={kind} className={`${kind === 'new' ? 'n fig' : 'n'} ${asideOf(kind)}`}>
              {t(kind)}
            </th>
          ))}
          <th className="n">{t('net')}</th>
          <th className="fig state">{t('state')}</th>
          <td className="ways" />
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <BatchRow key={entry.batch} entry={entry} isFifth={index % 5 === 4} {...{ isMixed, ...ways }} />
        ))}
      </tbody>
    </table>
  );
}

interface BatchRowProps extends Omit<BatchTableProps, 'entries'> {
  readonly entry: HistoryEntry;
  readonly isFifth: boolean;
  /** Batches of several currencies: each says its own. */
  readonly isMixed: boolean;
}

function BatchRow({ entry, isFifth, isMixed, isBusy, onAct, onExplain, onPrint }: BatchRowProps) {
  const { t } = useTranslation('history');
  const coin = useCoinWords();
  const { report, undoneAt, files } = entry;
  const names = files.map(({ name }) => name).join('\n');
  return (
    <tr className={isFifth ? 'r5' : ''}>
      <td>
        <MomentText instant={entry.appliedAt} />
      </td>
      <td title={names}>
        <span className="file-names">
          <span>{files[0]?.name}</span>
          {files.length > 1 ? <span className="faint">{t('andMore', { count: files.length - 1 })}</span> : null}
        </span>
      </td>
      <td className="dim aside" title={entry.shop}>
        {entry.shop}
      </td>
      {counts.map((kind) => (
        <td
          key={kind}
          className={`n ${asideOf(kind)}${kind === 'new' ? ' fig' : ''}${kind === 'skipped' && report.orders.skipped > 0 ? ' stop' : ''}`}
        >
          <Figure what={t(kind)} onAsk={() => onExplain(entry, kind)}>
            <CountText count={report.orders[kind]} />
          </Figure>
        </td>
      ))}
      <td className="n">
        <Figure what={t('net')} onAsk={() => onExplain(entry, 'netMinor')}>
          {isMixed && <span className="faint sm">{coin.unit(report.currency)} </span>}
          <MoneyText amount={report.netMinor} currency={report.currency} />
        </Figure>
      </td>
      <td className={undoneAt === null ? 'fig state' : 'fig state faint'}>
        {undoneAt === null ? t('live') : t('undone', { at: localMoment(undoneAt).slice(2) })}
      </td>
      <td className="n nw ways">
        <ReportWays entry={entry} onPrint={() => onPrint(entry)} />{' '}
        <Button size="small" disabled={isBusy} onClick={() => onAct(entry)}>
          {t(undoneAt === null ? 'undo' : 'redo')}
        </Button>
      </td>
    </tr>
  );
}

/** Nothing was wrong, nothing to report. */
function ReportWays({ entry, onPrint }: { readonly entry: HistoryEntry; readonly onPrint: () => void }) {
  const { t } = useTranslation('repairs');
  const { save, busy } = useSaveReport();
  if (entry.report.problems.length === 0) return null;
  const items = [
    { key: 'print', label: t('paper.print'), onClick: onPrint },
    { key: 'save', label: t('paper.save'), onClick: () => save({ batch: entry.batch }) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small" loading={busy} data-report={entry.batch}>
        {t('paper.title')}
      </Button>
    </Dropdown>
  );
}
