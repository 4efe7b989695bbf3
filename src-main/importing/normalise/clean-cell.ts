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
export function isOdd(code: number): boolean {
  if (code < 0x80) return code === 0;
  return code < 0x2000 ? code < 0xc0 || code === 0x1680 : code <= 0x3000 || code === 0xfeff;
}

const hasOdd = signTable(isOdd);

/** Nothing to take off: no blank, quote or sign at the edges, no character without a width. Most cells are so. */
function isPlain(cell: string, odd: boolean | undefined): boolean {
  const first = cell.charCodeAt(0);
  if (first <= 0x20 || first === 0x3d || first === 0x27 || cell.charCodeAt(cell.length - 1) <= 0x20) return false;
  return !(odd ?? hasOdd(cell));
}

/** Of a plain cell: nearly all begin with another sign. */
function saysNothing(cell: string): boolean {
  if (cell.length > LONGEST_NOTHING) return false;
  const first = cell.charCodeAt(0);
  return !(first >= 0x30 && first <= 0x39) && NOTHING.has(cell);
}

function withoutOdd(cell: string): string {
  const text = cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
  return INVISIBLE.test(text) ? text.replace(REORDERING, '') : text;
}

/** Without what keeps a spreadsheet from reading a number: `="…"`, an apostrophe before it. */
function unwrapped(cell: string): string {
  let text = cell;
  if (text.length >= 3 && text.startsWith('="') && text.endsWith('"')) {
    const inner = text.slice(2, -1);
    text = trimmed(inner.includes('""') ? inner.replaceAll('""', '"') : inner);
  }
  return text.startsWith("'") ? trimmed(text.slice(1)) : text;
}

/** The words of a cell; '' when it says nothing (`-`, `—`, `/` and the like). `odd`: has it an odd sign, where that is known? */
export function cleanCell(cell: string, odd?: boolean): string {
  if (cell === '') return '';
  if (isPlain(cell, odd)) return saysNothing(cell) ? '' : cell;
  const text = unwrapped(trimmed(odd === false ? cell : withoutOdd(cell)));
  return saysNothing(text) ? '' : text;
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
