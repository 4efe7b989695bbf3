/** The accounting sentence: every order of the files is new, updated, the same, or stopped, and nothing else. */

import { useTranslation } from 'react-i18next';
import type { BatchReport, Finding } from '../../../src-shared/contract/imports.ts';
import { figureOf, type ImportFigure } from '../../../src-shared/import-figure.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useFoot } from '../../state/foot.ts';
import { rowCount } from './row-count.ts';

export interface CheckFootProps {
  readonly batches: readonly BatchReport[];
  readonly findings: readonly Finding[];
  /** All of them as one. */
  readonly report: BatchReport;
  /** Asked which orders a figure of all of them is made of. */
  readonly onAsk: (figure: ImportFigure) => void;
}

export function CheckFoot({ batches, findings, report, onAsk }: CheckFootProps) {
  const { t } = useTranslation('importing');
  const count = (figure: ImportFigure): number => figureOf(report, figure) ?? 0;
  const { new: added, changed, same, skipped } = report.orders;
  // Counted a second way, by where each order stands.
  const standing = Object.values(report.status).reduce((sum, orders) => sum + orders, 0);
  const isWhole = standing === count('all') - skipped;
  useFoot({
    left: (
      <>
        <RowSentence batches={batches} findings={findings} />
        <Figure onAsk={() => onAsk('all')}>
          {t('sentence', { all: count('all'), new: added, changed, same, skipped })}{' '}
          {isWhole ? <span className="good">✓</span> : null}
        </Figure>
        <Figure onAsk={() => onAsk('knownCustomers')}>
          {t('matched')} <b>{formatCount(count('knownCustomers'))}</b> {t('people')}
        </Figure>
        <Figure onAsk={() => onAsk('newCustomers')}>
          {t('newCustomers')} <b>{formatCount(count('newCustomers'))}</b> {t('people')}
        </Figure>
        {count('likelyCustomers') > 0 && (
          <Figure onAsk={() => onAsk('likelyCustomers')}>{t('likelyOf', { count: count('likelyCustomers') })}</Figure>
        )}
      </>
    ),
    right: [t('keyNext'), t('keyApply'), t('keyDiscard')],
  });
  return null;
}

function RowSentence({ batches, findings }: Pick<CheckFootProps, 'batches' | 'findings'>) {
  const { t } = useTranslation('importing');
  const [batch] = batches;
  const count = batch === undefined || batches.length > 1 ? null : rowCount(batch, findings);
  if (count === null) return null;
  const { rows, orders, totals, others, repeated } = count;
  const parts = [
    t('rowOrders', { count: orders }),
    ...(totals > 0 ? [t('rowTotals', { count: totals })] : []),
    ...(others > 0 ? [t('rowOthers', { count: others })] : []),
    ...(repeated > 0 ? [t('rowRepeated', { count: repeated })] : []),
  ];
  return (
    <span>
      {t('rowsCount', { count: rows })} = {parts.join(' + ')}
    </span>
  );
}
