/** Takes off what exports and spreadsheets put around a cell's words: ="…" guards, tabs, invisible characters, one apostrophe. */

import { signTable } from './sign-table.ts';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
/** Marks that reorder or hide text: a name must look as it is stored. */
const REORDERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', '—', '——', '/', 'null', 'NULL', 'N/A']);

/** Spaces of all widths and marks without any, as they stand at a cell's edges. */
function isEdge(code: number): boolean {
  if (code <= 0x20 || code === 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2028 && code <= 0x202f) ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x1680
  );
}

function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charCodeAt(start))) start++;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

const LONGEST_NOTHING = 4;

/** A sign that may have to be taken off wherever it stands, or has no width. */
function isOdd(code: number): boolean {
  if (code < 0x80) return code === 0;
  return code < 0x2000 ? code < 0xc0 || code === 0x1680 : code <= 0x3000 || code === 0xfeff;
}

const hasOdd = signTable(isOdd);

/** Nothing to take off: no blank, quote or sign at the edges, no character without a width. Most cells are so. */
function isPlain(cell: string): boolean {
  const first = cell.charCodeAt(0);
  if (first <= 0x20 || first === 0x3d || first === 0x27 || cell.charCodeAt(cell.length - 1) <= 0x20) return false;
  return !hasOdd(cell);
}

/** The words of a cell; '' when it says nothing (`-`, `—`, `/` and the like). */
export function cleanCell(cell: string): string {
  if (cell === '') return '';
  if (isPlain(cell)) return cell.length <= LONGEST_NOTHING && NOTHING.has(cell) ? '' : cell;
  let text = cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
  if (INVISIBLE.test(text)) text = text.replace(REORDERING, '');
  text = trimmed(text);
  if (text.startsWith('="') && text.endsWith('"') && text.length >= 3)
    text = trimmed(text.slice(2, -1).replaceAll('""', '"'));
  if (text.startsWith("'")) text = trimmed(text.slice(1));
  return NOTHING.has(text) ? '' : text;
}

const FORMULA_ERRORS: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
]);

/** A spreadsheet's error shown in place of a value. */
export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && FORMULA_ERRORS.has(text);
}

const WIDE = /[\uff01-\uff5e\u3000]/;

export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}
