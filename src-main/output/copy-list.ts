/**
 * A list for the clipboard, in both kinds a spreadsheet knows. It takes the table, where texts are marked as texts: phones and order numbers
 * of 19 digits come through whole. Everything else takes the lines: there, numbers stand bare, so that one order number can be searched for.
 * In neither can a text become a formula.
 */

import type { ListRequest } from '../../src-shared/contract/lists.ts';
import { type Currency, plainMinor } from '../../src-shared/money.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import { customerList, type ListCell } from './customer-list.ts';

export interface CopyRequest extends ListRequest {
  readonly from: number;
  readonly count: number;
  readonly heads: boolean;
}

export interface CopiedPage {
  readonly total: number;
  readonly rows: number;
  readonly text: string;
  readonly html: string;
  readonly before: string;
  readonly after: string;
}

// Excel and WPS read the number format; LibreOffice reads sdnum. Words are not broken into two lines.
const before =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td,th{mso-number-format:"\\@";white-space:nowrap}th{text-align:left}.n{mso-number-format:General;text-align:right}</style></head><body><table>';
const after = '</table></body></html>';

const formulaStart = /^[=+\-@＝＋－＠]/;
/** What a spreadsheet would read as a number, a day or a time. */
const numberish = /^[\d\s.,:/%+\-eE年月日时分]*\d[\d\s.,:/%+\-eE年月日时分]*$/;

/** One line, and no formula: what would begin one gets an apostrophe in front. */
function oneLine(text: string): string {
  const line = text.replace(/[\t\r\n\u2028\u2029\0]+/g, ' ').trim();
  return formulaStart.test(line) ? `'${line}` : line;
}

function plainText(cell: ListCell, currency: Currency): string {
  switch (cell.kind) {
    case 'text':
      return oneLine(cell.text);
    case 'number':
      return cell.text;
    case 'count':
      return String(cell.count);
    case 'money':
      return plainMinor(cell.minor, currency);
    case 'empty':
      return '';
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function htmlCell(cell: ListCell, currency: Currency): string {
  const text = escaped(plainText(cell, currency));
  if (cell.kind === 'count' || cell.kind === 'money' || cell.kind === 'number') return `<td class="n">${text}</td>`;
  // Said in the cell as well: some programs pass on the table and leave the style sheet behind.
  const asText = cell.kind === 'text' && numberish.test(cell.text);
  return asText ? `<td style="mso-number-format:'\\@'" sdnum="1033;0;@">${text}</td>` : `<td>${text}</td>`;
}

/** Rows `from` … of a list. The head line comes with the first of them. */
export function copyList(reading: Reading, request: CopyRequest, scoresOf: ScoresOf): CopiedPage {
  const list = customerList(reading, request, scoresOf, { exactly: !request.heads });
  const lines: string[] = [];
  const html: string[] = [];
  if (request.heads && request.from === 0) {
    lines.push(list.heads.map(oneLine).join('\t'));
    html.push(`<tr>${list.heads.map((head) => `<th>${escaped(oneLine(head))}</th>`).join('')}</tr>`);
  }
  let rows = 0;
  for (const row of list.rows(request.from, request.from + request.count)) {
    lines.push(row.map((cell) => plainText(cell, list.currency)).join('\t'));
    html.push(`<tr>${row.map((cell) => htmlCell(cell, list.currency)).join('')}</tr>`);
    rows += 1;
  }
  return { total: list.total, rows, text: lines.join('\n'), html: html.join('\n'), before, after };
}
