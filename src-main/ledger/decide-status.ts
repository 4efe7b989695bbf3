/** Where an order stands: the marketplace's stage first, then the money decides. Beside the fold. */

import type { Minor } from '../../src-shared/money.ts';
import type { OrderLine, OrderStage, OrderStatus } from '../../src-shared/order.ts';
import type { WallTime } from '../../src-shared/wall-time.ts';

export interface StatusEvidence {
  readonly stage: OrderStage | null;
  readonly closeReason: string | null;
  readonly paidAt: WallTime | null;
  readonly shippedAt: WallTime | null;
  readonly completedAt: WallTime | null;
  readonly paidMinor: Minor | null;
  readonly refundMinor: Minor | null;
  readonly lines: readonly OrderLine[];
}

function allLinesRefunded(lines: readonly OrderLine[]): boolean {
  return (
    lines.length > 0 &&
    lines.every(
      ({ amountMinor, refundMinor }) => amountMinor !== null && refundMinor !== null && refundMinor >= amountMinor,
    ) &&
    lines.some(({ refundMinor }) => refundMinor !== null && refundMinor > 0)
  );
}

/** For files that print no status: what their times show. */
function stageOfTimes(evidence: StatusEvidence): OrderStatus {
  if (evidence.completedAt !== null) return 'completed';
  if (evidence.shippedAt !== null) return 'shipped';
  return evidence.paidAt !== null || (evidence.paidMinor ?? 0) > 0 ? 'paid' : 'unpaid';
}

export function decideStatus(evidence: StatusEvidence): OrderStatus {
  const { stage, paidMinor, paidAt } = evidence;
  const refund = evidence.refundMinor ?? 0;
  if (refund > 0 && paidMinor !== null && paidMinor > 0) return refund >= paidMinor ? 'refunded' : 'partiallyRefunded';
  if (stage === 'closedOrRefunded') {
    // Taobao writes 交易关闭 both for orders never paid and for those paid back.
    const paidBack = evidence.closeReason?.includes('退款') === true || allLinesRefunded(evidence.lines) || refund > 0;
    return paidAt !== null && paidBack ? 'refunded' : 'closed';
  }
  return stage ?? stageOfTimes(evidence);
}
