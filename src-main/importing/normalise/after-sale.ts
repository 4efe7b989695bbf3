/** A row of an after-sale list: which order, which case, and whether and how much money went back. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import type { Currency } from '../../../src-shared/money.ts';
import type { RefundCase } from '../../../src-shared/order.ts';
import { isGuarded, readOrderNumber } from './read-order-number.ts';
import type { RowCells } from './row-cells.ts';
import { lineNumberOf } from './row-line.ts';

const DONE = /退款成功|退款完成|已退款|已完成|完成|成功|refunded|completed|succe/i;
const UNDER_WAY = /待|中$|申请|审核|pending|processing|requested/i;
const NONE = /^(无|没有|未申请|暂无|-+$)/;
const ENDED = /关闭|失败|取消|撤销|撤回|cancel|closed|fail/i;
const NOT_DONE =
  /未退|未完成|换货|补寄|维修|关闭|失败|取消|撤销|拒绝|处理中|待|exchange|cancel|reject|closed|fail|pending/i;

function caseNumberOf(cells: RowCells, mapping: Mapping): string | null {
  const cell = cells.cell('afterSaleNumber');
  if (cell.text === '') return null;
  const read = readOrderNumber(cell.text, mapping.longNumbersWhole === true || isGuarded(cell.raw));
  if (read.kind === 'number') return read.value;
  cells.note('line-number-damaged', cell);
  return null;
}

/** A case is done when its word says so; in a list without such a column, when it has an amount. */
export function refundCaseOf(cells: RowCells, mapping: Mapping, currency: Currency): RefundCase {
  const amountMinor = cells.sum('refund', currency, 'needed');
  const word = cells.text('afterSaleStatus');
  const isDone = word === null ? !cells.has('afterSaleStatus') && (amountMinor ?? 0) > 0 : saysDone(word);
  return {
    caseNumber: caseNumberOf(cells, mapping),
    lineNumber: lineNumberOf(cells, mapping),
    amountMinor,
    isDone,
    openWord: word !== null && saysUnderWay(word) ? word : null,
  };
}

/**
 * What a row of an order, or of a thing bought, says of a case about it: that one is under way, or that one is over; null: neither. Its amounts are
 * read elsewhere.
 */
export function sideCaseOf(cells: RowCells, mapping: Mapping, lineNumber: string | null): RefundCase | null {
  if (mapping.columns.afterSaleStatus === undefined) return null;
  const word = cells.text('afterSaleStatus');
  if (word === null || NONE.test(word)) return null;
  const isOpen = saysUnderWay(word);
  if (!isOpen && !ENDED.test(word) && !saysDone(word)) return null;
  return { caseNumber: null, lineNumber, amountMinor: null, isDone: false, openWord: isOpen ? word : null };
}

/** '待商家处理' and '商家已拒绝，待买家处理' say so; '退款关闭', '换货成功' and '已拒绝' do not. */
export function saysUnderWay(word: string): boolean {
  return UNDER_WAY.test(word) && !NONE.test(word) && !ENDED.test(word) && !saysDone(word);
}

/** '同意退款，退款成功' and '已完成' say so; '待商家处理', '退款关闭' and '换货成功' do not. */
export function saysDone(word: string): boolean {
  return DONE.test(word) && !NOT_DONE.test(word);
}
