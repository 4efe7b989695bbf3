/** A short name for every row problem, listed at the left of a check; the whole sentence stands in row-problem-texts. */

import type { SameKeys } from '../text-shape.ts';
import type { rowProblems as zh } from '../zh-CN/row-problems.ts';

export const rowProblems: SameKeys<typeof zh> = {
  'order-number-missing': 'No order number',
  'order-number-scientific': 'Order number in scientific notation',
  'order-number-zeroed-tail': 'Order number ends in zeros',
  'order-number-unreadable': 'Order number unreadable',
  'amount-unreadable': 'Amount unreadable',
  'amount-too-precise': 'Amount has too many decimals',
  'time-unreadable': 'Time unreadable',
  'row-too-short': 'Row has too few cells',
  'row-too-long': 'Row has too many cells',
  'cell-too-long': 'Cell too long',
  'quantity-unreadable': 'Quantity unreadable',
  'line-number-damaged': 'Line number damaged',
  'status-unknown': 'Unknown order status',
  'time-ambiguous': 'Date can be read two ways',
  'row-shifted': 'Cells moved by a column',
  'times-out-of-order': 'Times in the wrong order',
  'phone-zero-lost': 'Phone lost its leading 0',
  'refund-unknown': 'Refunded, amount not told',
  'refund-inferred': 'Refund taken to be all',
  'phone-virtual': 'Virtual number, will expire',
  'text-garbled': 'Garbled text',
  'formula-error': 'Formula error',
  'total-row': 'Totals row left out',
  'repeated-header': 'Repeated header left out',
  'empty-row': 'Empty row',
  'currency-mixed': 'Two currencies in one order',
  'order-left-out': 'Another row of this order was stopped',
  'order-first-row-missing': 'First row of the order is not in the file',
  'order-rows-disagree': 'Rows of one order disagree',
  'amount-left-out': 'Unit price unreadable, left blank',
  'time-left-out': 'Shipping time unreadable, left blank',
  'note-row': 'Line of notes left out',
};
