/** The same sheet in any spelling XML allows, in pieces of any size: what is seen at once in bytes and what the scanner reads are the same. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, serialText } from '../../../src-main/importing/readers/cell-text.ts';
import type { RawRow } from '../../../src-main/importing/readers/reader.ts';
import { sheetHandler } from '../../../src-main/importing/readers/sheet-rows.ts';
import { textStore } from '../../../src-main/importing/readers/text-store.ts';
import { type XmlFault, xmlScan } from '../../../src-main/importing/readers/xml-scan.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 1000);
const shared = ['订单编号', '', 'a & b', 'x'.repeat(20), '😀'];
const DATE_STYLE = 2;

const sharedTexts = textStore();
for (const text of shared) sharedTexts.addText(text);
sharedTexts.finish();
const workbook = {
  sheets: [],
  from1904: false,
  sharedTexts,
  dateStyles: [false, false, true],
};

/** Choices of spelling, drawn one after the other: mostly the usual one. */
type Choose = <Value>(usual: Value, ...others: readonly Value[]) => Value;

function chooser(choices: readonly number[]): Choose {
  let drawn = 0;
  return (usual, ...others) => {
    const choice = choices[drawn++ % choices.length] ?? 0;
    return choice < 3 ? usual : (others[choice % Math.max(1, others.length)] ?? usual);
  };
}

interface Spelling {
  readonly choose: Choose;
  readonly prefix: string;
}

function letters(text: string, { choose }: Spelling): string {
  const written = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  if (written !== '' && choose(false, false, true) && !written.includes(']]>')) return `<![CDATA[${written}]]>`;
  return Array.from(written, (letter) => {
    if (letter === '&') return '&amp;';
    if (letter === '<') return '&lt;';
    const code = letter.codePointAt(0) ?? 0;
    return choose(letter, letter, letter, `&#${code};`, `&#x${code.toString(16)};`);
  }).join('');
}

function attributes(pairs: readonly (readonly [string, string])[], { choose }: Spelling): string {
  const order = choose(false, true) ? pairs.toReversed() : pairs;
  const space = choose('', '', ' ', '\n');
  return order
    .map(([name, value]) =>
      choose(` ${name}="${value}"`, ` ${name}='${value}'`, ` ${name} = "${value}"`, `\n${name}="${value}"`),
    )
    .concat(choose('', ' spare="a > b"', ' x:spare="/>"'), space)
    .join('');
}

function element(
  name: string,
  pairs: readonly (readonly [string, string])[],
  inside: string,
  spelling: Spelling,
): string {
  const { choose, prefix } = spelling;
  const gap = choose('', '\n  ', '<!-- <c r="Z9"><v>9</v></c> -->', '<?x y?>');
  const tag = `${prefix}${name}`;
  const opening = `<${tag}${pairs.length > 0 ? attributes(pairs, spelling) : ''}`;
  const closing = `</${tag}${choose('', ' ')}>`;
  return gap + (inside === '' && choose(true, false) ? `${opening}/>` : `${opening}>${inside}${closing}`);
}

interface Cell {
  readonly kind: 'shared' | 'inline' | 'str' | 'number' | 'date' | 'b' | 'e' | 'formula' | 'none';
  readonly text: string;
  readonly gap: number;
}

const number = fc.oneof(
  fc.constantFrom(
    '0',
    '7',
    '128.5',
    '0.5',
    '0.50',
    '.5',
    '5.',
    '.',
    '-12',
    '007',
    '00',
    '1E-3',
    '1.79315313147329E+18',
  ),
  fc.nat(9_999_999).map((value) => `${value / 100}`),
  fc.nat().map(String),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
);
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    '9',
    ' ',
    '\n',
    '&',
    '<',
    '>',
    '"',
    "'",
    '_',
    '_x0041_',
    'x',
    '茶',
    'é',
    '😀',
    ']]>',
    '\ufeff',
  ),
  maxLength: 20,
});
const cell: fc.Arbitrary<Cell> = fc
  .record({
    kind: fc.constantFrom('shared', 'inline', 'str', 'number', 'date', 'b', 'e', 'formula', 'none'),
    text,
    gap: fc.constantFrom(0, 0, 0, 0, 1, 30),
  })
  .chain((made) => {
    const { kind } = made;
    if (kind === 'shared') return fc.nat(shared.length - 1).map((index) => ({ ...made, text: String(index) }));
    if (kind === 'number' || kind === 'formula') return number.map((digits) => ({ ...made, text: digits }));
    if (kind === 'date') return fc.nat(5_000_000).map((value) => ({ ...made, text: `${value / 100}` }));
    return fc.constant(made);
  });

function expectedText({ kind, text: given }: Cell): string {
  switch (kind) {
    case 'shared':
      return shared[Number(given)] ?? '';
    case 'number':
    case 'formula':
      return numberText(given);
    case 'date':
      return serialText(given, false);
    case 'b':
      return given.length % 2 === 0 ? 'FALSE' : 'TRUE';
    case 'e':
      return '#REF!';
    case 'none':
      return '';
    case 'inline':
    case 'str':
      return given;
  }
}

function inlineOf(given: string, spelling: Spelling): string {
  const { choose } = spelling;
  const t = (part: string): string =>
    element('t', choose([], [['xml:space', 'preserve'] as const]), letters(part, spelling), {
      ...spelling,
      choose: gapless(choose),
    });
  if (!choose(false, true)) return element('is', [], t(given), spelling);
  const half = Array.from(given)
    .slice(0, given.length / 2)
    .join('');
  const runs = [half, given.slice(half.length)].map((part) => element('r', [], t(part), spelling)).join('');
  return element('is', [], `${runs}${element('rPh', [['sb', '0']], t('かな'), spelling)}`, spelling);
}

/** Between the tags of a text every blank counts. */
function gapless(choose: Choose): Choose {
  return (usual, ...others) => (usual === '' ? usual : choose(usual, ...others));
}

function cellXml(made: Cell, reference: string, hasReference: boolean, spelling: Spelling): string {
  const { choose } = spelling;
  const types: Readonly<Record<string, string>> = { shared: 's', inline: 'inlineStr', str: 'str', b: 'b', e: 'e' };
  const type = types[made.kind];
  const style = made.kind === 'date' ? String(DATE_STYLE) : choose('', '1');
  const pairs: (readonly [string, string])[] = [];
  if (hasReference) pairs.push(['r', reference]);
  if (style !== '') pairs.push(['s', style]);
  if (type !== undefined) pairs.push(['t', type]);
  else if (made.kind !== 'none' && choose(false, true)) pairs.push(['t', 'n']);
  const told = made.kind === 'b' ? String(made.text.length % 2) : made.kind === 'e' ? '#REF!' : made.text;
  const value = (): string => element('v', [], letters(told, spelling), { ...spelling, choose: gapless(choose) });
  const inside = (): string => {
    if (made.kind === 'none') return '';
    if (made.kind === 'inline') return inlineOf(made.text, spelling);
    return `${made.kind === 'formula' ? element('f', [], 'B2*2', spelling) : ''}${value()}`;
  };
  return element('c', pairs, inside(), spelling);
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${columnName(Math.floor(column / 26) - 1)}${columnName(column % 26)}`;
}

interface Sheet {
  readonly xml: string;
  readonly rows: readonly RawRow[];
}

function sheetOf(cells: readonly (readonly Cell[])[], spelling: Spelling): Sheet {
  const { choose, prefix } = spelling;
  const rows: RawRow[] = [];
  let row = 0;
  const rowsXml = cells.map((made) => {
    const hasNumber = choose(true, false);
    row += hasNumber ? choose(1, 1, 5) : 1;
    const texts: string[] = [];
    let column = -1;
    const inside = made.map((one) => {
      const hasReference = one.gap > 0 || choose(true, false);
      column += 1 + one.gap;
      const found = expectedText(one);
      if (found !== '') {
        while (texts.length < column) texts.push('');
        texts[column] = found;
      }
      return cellXml(one, `${columnName(column)}${row}`, hasReference, spelling);
    });
    rows.push({ row, cells: texts });
    const pairs: (readonly [string, string])[] = [['spans', '1:9']];
    if (hasNumber) pairs.unshift(['r', String(row)]);
    return element('row', pairs, inside.join(''), spelling);
  });
  const space = prefix === '' ? 'xmlns="m"' : `xmlns:${prefix.slice(0, -1)}="m"`;
  const data = element('sheetData', [], rowsXml.join(''), spelling);
  return {
    xml: `\ufeff<?xml version="1.0"?>\n<${prefix}worksheet ${space}>${element('dimension', [['ref', 'A1:B2']], '', spelling)}${data}</${prefix}worksheet>\n`,
    rows,
  };
}

function read(xml: string, cuts: readonly number[]): { rows: RawRow[]; fault: XmlFault | null } {
  const rows: RawRow[] = [];
  const scan = xmlScan(sheetHandler(workbook, 'orders.xlsx', (row) => rows.push(row)));
  const bytes = Buffer.from(xml);
  const sorted = [...new Set([0, ...cuts.map((cut) => cut % bytes.length), bytes.length])].sort((a, b) => a - b);
  let fault: XmlFault | null = null;
  sorted.forEach((cut, at) => {
    fault ??= scan.write(bytes.subarray(cut, sorted[at + 1] ?? cut));
  });
  return { rows, fault: fault ?? scan.end() };
}

test('a sheet reads the same however it is spelled and cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 50 }),
      fc.constantFrom('', 'x:', 'main:'),
      fc.array(fc.nat(1_000_000), { maxLength: 20 }),
      (cells, choices, prefix, cuts) => {
        const { xml, rows } = sheetOf(cells, { choose: chooser(choices), prefix });
        expect(read(xml, cuts)).toEqual({ rows, fault: null });
      },
    ),
    { numRuns: RUNS },
  );
});

test('a sheet in the usual spelling reads the same wherever it is cut', () => {
  const kinds: readonly Cell['kind'][] = ['shared', 'inline', 'str', 'number', 'date', 'none', 'b', 'formula'];
  const row = kinds.map((kind, at): Cell => {
    const given = kind === 'shared' ? '2' : at < 3 ? '白茶 _x0041_ & 😀' : '45322.5';
    return { kind, text: given, gap: kind === 'none' ? 1 : 0 };
  });
  for (const prefix of ['', 'x:']) {
    const { xml, rows } = sheetOf([row, row], { choose: (usual) => usual, prefix });
    for (let cut = 1; cut < Buffer.byteLength(xml); cut++) expect(read(xml, [cut])).toEqual({ rows, fault: null });
  }
});
