/** One row of a file in our words, or what is wrong with it. Between a reader and the fold. */

import type { OrderFacts, OrderLine, OrderStage } from '../../../src-shared/order.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';

/** What a row says about its order, before the rows of one order are assembled. */
export interface RowStatement extends OrderFacts {
  /** The record it stands in, for problems found only when rows are put together. */
  readonly row: number;
  readonly orderNumber: string;
  readonly stage: OrderStage | null;
  readonly line: OrderLine | null;
}

export interface NormalisedRow {
  readonly row: number;
  /** The row's 店铺名称; null when the file has no such column or the cell is empty. */
  readonly shopName: string | null;
  /** ISO 4217 of the row; the mapping's currency when the file has no such column. */
  readonly currency: string;
  /** null: the row says nothing we can use (a total row, an empty row, a stopped row); `problems` says why. */
  readonly statement: RowStatement | null;
  /** Readable even when the row is stopped for another reason; null when it is the order number that is damaged. */
  readonly orderNumber: string | null;
  readonly problems: readonly RowProblem[];
}
