/** Takes off what exports and spreadsheets put around a cell's words: ="…" guards, tabs, invisible characters, one apostrophe. */

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
/** Marks that reorder or hide text: a name must look as it is stored. */
const REORDERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const EDGE = '[\\s\\u00a0\\u3000\\u200b-\\u200d\\u2060\\ufeff]';
const EDGES = new RegExp(`^${EDGE}+|${EDGE}+$`, 'g');
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', '—', '——', '/', 'null', 'NULL', 'N/A']);

function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Most cells need nothing: no edge is a space, nothing invisible inside.
  if (first > 32 && last > 32 && first < 127 && last < 127) return text;
  return text.replace(EDGES, '');
}

/** The words of a cell; '' when it says nothing (`-`, `—`, `/` and the like). */
export function cleanCell(cell: string): string {
  if (cell === '') return '';
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

export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}
