/** The accounting sentence: every order of the files is new, updated, the same, or stopped, and nothing else. */

import { useTranslation } from 'react-i18next';
import type { BatchReport, Finding } from '../../../src-shared/contract/imports.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { useFoot } from '../../state/foot.ts';
import { rowCount } from './row-count.ts';

function added(batches: readonly BatchReport[], pick: (batch: BatchReport) => number): number {
  return batches.reduce((sum, batch) => sum + pick(batch), 0);
}

export interface CheckFootProps {
  readonly batches: readonly BatchReport[];
  readonly findings: readonly Finding[];
}

export function CheckFoot({ batches, findings }: CheckFootProps) {
  const { t } = useTranslation('importing');
  const counts = {
    new: added(batches, ({ orders }) => orders.new),
    changed: added(batches, ({ orders }) => orders.changed),
    same: added(batches, ({ orders }) => orders.same),
    skipped: added(batches, ({ orders }) => orders.skipped),
  };
  const all = counts.new + counts.changed + counts.same + counts.skipped;
  // Counted a second way, by where each order stands.
  const standing = added(batches, ({ status }) => Object.values(status).reduce((sum, count) => sum + count, 0));
  const isWhole = standing === all - counts.skipped;
  const likely = added(batches, ({ customers }) => customers.likely);
  useFoot({
    left: (
      <>
        <RowSentence batches={batches} findings={findings} />
        <span>
          {t('sentence', { all, ...counts })} {isWhole ? <span className="good">✓</span> : null}
        </span>
        <span>
          {t('matched')} <b>{formatCount(added(batches, ({ customers }) => customers.matched))}</b> {t('people')}
        </span>
        <span>
          {t('newCustomers')} <b>{formatCount(added(batches, ({ customers }) => customers.new))}</b> {t('people')}
          {likely > 0 ? `，${t('likelyOf', { count: likely })}` : ''}
        </span>
      </>
    ),
    right: [t('keyNext'), t('keyApply'), t('keyDiscard')],
  });
  return null;
}

function RowSentence({ batches, findings }: CheckFootProps) {
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
