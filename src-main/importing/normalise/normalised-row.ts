/** One row of a file in our words, or what is wrong with it. Between a reader and the fold. */

import type { Minor } from '../../../src-shared/money.ts';
import type { OrderFacts, OrderLine, OrderStage, RefundCase } from '../../../src-shared/order.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';

/** What a row says about its order, before the rows of one order are assembled. */
export interface RowStatement extends OrderFacts {
  /** The record it stands in, for problems found only when rows are put together. */
  readonly row: number;
  readonly orderNumber: string;
  /** `whole`: the row says everything of its order. Else only the `first` row of an order does, a `further` one has no more than its line. */
  readonly place: 'whole' | 'first' | 'further';
  readonly stage: OrderStage | null;
  readonly line: OrderLine | null;
  /** All things bought, where one cell of an order's row lists them; else null. */
  readonly packedLines: readonly OrderLine[] | null;
  /** What this row costs: its line's amount and what is paid on top of it. null: not said, or the order's amount is printed. */
  readonly costMinor: Minor | null;
  /** Of that, what was paid: all or nothing. */
  readonly shareMinor: Minor | null;
  /** The order's shipping, where each line repeats it. */
  readonly shippingMinor: Minor | null;
  /** What went back of what was paid for this row, in words; null: they say nothing, or an amount is printed. */
  readonly back: 'all' | 'nothing' | null;
  /** Of an after-sale list: the case. */
  readonly refundCase: RefundCase | null;
}

export interface NormalisedRow {
  readonly row: number;
  /** Its cells stand where they should, so that it says whose it is; else it goes with the rows around it, whatever its cells say. */
  readonly isPlaced: boolean;
  /** The row's 店铺名称; null when the file has no such column or the cell is empty. */
  readonly shopName: string | null;
  /** ISO 4217 of the row; the mapping's currency when the file has no such column, the order's own in a further row. */
  readonly currency: string;
  /** A further line of an order whose first row says everything else: it belongs where that one does. */
  readonly further: boolean;
  /** null: the row says nothing we can use (a total row, an empty row, a stopped row); `problems` says why. */
  readonly statement: RowStatement | null;
  /** Readable even when the row is stopped for another reason; null when it is the order number that is damaged. */
  readonly orderNumber: string | null;
  readonly problems: readonly RowProblem[];
}
