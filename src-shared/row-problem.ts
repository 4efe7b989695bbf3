/** What can be wrong with a row of a file: values, collected and shown, never thrown. */

/** `stopped` 拦下: the row (or its order) is not imported. `noted` 留意: imported, say if wrong. `info` 知悉. */
export type RowProblemLevel = 'stopped' | 'noted' | 'info';

/** Every code with its level. The sentences stand in the renderer's and the command line's texts. */
export const rowProblemLevels = {
  'order-number-missing': 'stopped',
  'order-number-scientific': 'stopped',
  'order-number-zeroed-tail': 'stopped',
  'order-number-unreadable': 'stopped',
  'order-number-zero-lost': 'stopped',
  'amount-unreadable': 'stopped',
  'amount-too-precise': 'stopped',
  'time-unreadable': 'stopped',
  'row-too-short': 'stopped',
  'row-too-long': 'stopped',
  'cell-too-long': 'stopped',
  'columns-shifted': 'stopped',
  'last-record-cut': 'stopped',
  'quantity-unreadable': 'noted',
  'amount-left-out': 'noted',
  'time-left-out': 'noted',
  'line-number-damaged': 'noted',
  'number-scientific': 'noted',
  'number-zeroed-tail': 'noted',
  'leading-zero-lost': 'noted',
  'status-unknown': 'noted',
  'time-ambiguous': 'noted',
  'date-written-otherwise': 'noted',
  'date-swapped': 'noted',
  'date-out-of-order': 'noted',
  'date-in-future': 'noted',
  'paid-before-ordered': 'noted',
  'refund-unknown': 'noted',
  'refund-negative': 'noted',
  'refund-inferred': 'info',
  'phone-virtual': 'info',
  'text-garbled': 'noted',
  'formula-error': 'noted',
  'own-value-unreadable': 'noted',
  'total-differs': 'noted',
  'count-differs': 'noted',
  'total-row': 'info',
  'note-row': 'info',
  'repeated-header': 'info',
  'empty-row': 'info',
  'currency-mixed': 'stopped',
  'order-left-out': 'stopped',
  'order-first-row-missing': 'stopped',
  'order-rows-disagree': 'noted',
} as const satisfies Record<string, RowProblemLevel>;

export type RowProblemCode = keyof typeof rowProblemLevels;

export interface RowProblem {
  readonly code: RowProblemCode;
  /** 1-based record number in the file, the header row included; in a CSV with line breaks inside cells this is the row a spreadsheet shows. */
  readonly row: number;
  /** The header of the column as the file prints it; null when the whole row is meant. */
  readonly column: string | null;
  /** What the cell says, as it stands (cut at 200 characters). */
  readonly found: string;
}
