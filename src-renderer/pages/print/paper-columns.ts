/** How wide the columns of a printed list are: by what stands in this very list, never by guess. Nothing wraps. Pure. */

import type { ListColumn, OwnListColumn } from '../../../src-shared/contract/lists.ts';
import { isFieldColumn } from '../../../src-shared/custom-field.ts';
import type { Sheet } from './paper.ts';

/** The list as texts: a head and a cell in every row for each column. */
export interface PaperTable {
  readonly columns: readonly ListColumn[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PaperColumns {
  /** Which columns of the list are printed, by their place in it. */
  readonly places: readonly number[];
  /** Of the row numbers and then of each printed column, in millimetres: exactly the room between the margins. */
  readonly widths: readonly number[];
  /** Left off because the paper is too narrow. */
  readonly dropped: readonly ListColumn[];
}

/** Limits in ems, a Chinese character being one. */
interface Limit {
  readonly least: number;
  readonly most: number;
  /** Its part of room nobody needs. */
  readonly takes?: number;
  /** Drawn before the words, in ems. */
  readonly mark?: number;
  /** Wanted whatever stands in it: a hand writes larger than a printer. */
  readonly wants?: number;
}

/** Cut in the middle they would say something else: always as wide as their longest. */
const whole: Limit = { least: 2, most: 60 };

const limits: Readonly<Record<OwnListColumn, Limit>> = {
  name: { least: 5, most: 10 },
  certainty: whole,
  tier: { ...whole, mark: 1.5 },
  level: { least: 3, most: 10 },
  buyerId: { least: 4, most: 14 },
  phone: whole,
  province: { least: 3, most: 4 },
  city: { least: 3, most: 5 },
  address: { least: 8, most: 36, takes: 3 },
  lastDay: whole,
  firstDay: whole,
  recencyDays: whole,
  orders: whole,
  netMinor: whole,
  paidMinor: whole,
  refundMinor: whole,
  averageMinor: whole,
  lastItem: { least: 5, most: 24 },
  tags: { least: 4, most: 16, takes: 2 },
  note: { least: 6, most: 24, takes: 3 },
  tick: whole,
  result: { least: 5.5, most: 6.5, wants: 6.5, takes: 2 },
};

/** What stands in a field of the owner's may be a word or a sentence. */
const ofField: Limit = { least: 4, most: 16, takes: 1 };

function limitOf(column: ListColumn): Limit {
  return isFieldColumn(column) ? ofField : limits[column];
}

/** Who gets what there is before whom: a person's name before room to write in, and that before a product's. */
const turns: readonly (readonly ListColumn[])[] = [
  ['name'],
  ['city', 'province'],
  ['result'],
  ['lastItem', 'buyerId'],
  ['address', 'note', 'tags'],
];

const paddingMm = 1.9;
const millimetresPerPoint = 25.4 / 72;

function emsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e_80) return 1;
  if (/[ilj.,:;'|!()[\]-]/.test(character)) return 0.37;
  if (/[A-Z@%&mwMW]/.test(character)) return code === 0x4d || code === 0x57 || character === '@' ? 0.92 : 0.72;
  if (character === '*') return 0.5;
  // An ellipsis, a dash and the like are drawn as wide as a Chinese character.
  return code >= 0x20_10 ? 1 : 0.56;
}

/** Close to what it will measure, on the wide side: fonts differ between computers. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) ems += emsOfCharacter(character);
  return ems;
}

interface Wanted {
  readonly column: ListColumn;
  readonly place: number;
  readonly least: number;
  readonly need: number;
  readonly takes: number;
}

function wantedBy({ columns, heads, rows }: PaperTable, em: number): readonly Wanted[] {
  return columns.map((column, place) => {
    const { least, most, takes = 0, mark = 0, wants = 0 } = limitOf(column);
    const longest = rows.reduce((ems, row) => Math.max(ems, emsOf(row[place] ?? '')), 0);
    const words = Math.max(emsOf(heads[place] ?? ''), Math.min(most, Math.max(least, longest + mark, wants)));
    const need = words * em + paddingMm;
    const isWhole = most === whole.most;
    return { column, place, need, least: isWhole ? need : Math.min(need, least * em + paddingMm), takes };
  });
}

function sumOf(wanted: readonly Wanted[], of: (one: Wanted) => number): number {
  return wanted.reduce((sum, one) => sum + of(one), 0);
}

/** Widths of the wanted columns that fill the room: first the least of all, then what each needs in turn, then the rest. */
function shared(wanted: readonly Wanted[], room: number): readonly number[] {
  const widths = new Map(wanted.map((one) => [one, one.least]));
  let left = room - sumOf(wanted, (one) => one.least);
  if (left < 0) return wanted.map((one) => (one.least * room) / (room - left));
  for (const turn of [...turns, null]) {
    const those = wanted.filter(({ column }) => (turn === null ? isFieldColumn(column) : turn.includes(column)));
    const lacking = sumOf(those, (one) => one.need - one.least);
    const part = lacking === 0 ? 0 : Math.min(1, left / lacking);
    for (const one of those) widths.set(one, one.least + part * (one.need - one.least));
    left -= part * lacking;
  }
  const takers = sumOf(wanted, (one) => one.takes);
  const all = sumOf(wanted, (one) => widths.get(one) ?? 0);
  return wanted.map((one) => {
    const width = widths.get(one) ?? 0;
    return width + (takers > 0 ? (left * one.takes) / takers : (left * width) / all);
  });
}

/** Left off first where the paper is too narrow: the city says enough without the province, a date without its days. */
const dropsFirst: readonly ListColumn[] = [
  'province',
  'recencyDays',
  'firstDay',
  'averageMinor',
  'paidMinor',
  'refundMinor',
  'buyerId',
  'result',
  'note',
  'lastItem',
  'address',
  'city',
  'tier',
];

/** The columns as they lie on a sheet. One too many is left off rather than all cut short. */
export function columnsOn(table: PaperTable, sheet: Sheet): PaperColumns {
  const em = sheet.points * millimetresPerPoint;
  const numberMm = Math.max(2, String(table.rows.length).length) * 0.56 * em + paddingMm + 1;
  const room = sheet.widthMm - 2 * sheet.marginMm - numberMm;
  const dropped: ListColumn[] = [];
  let printed = wantedBy(table, em);
  // Of the owner's own the last ones, before what says who it is.
  const own = table.columns.filter(isFieldColumn).reverse();
  for (const column of [...dropsFirst, ...own]) {
    if (sumOf(printed, (one) => one.least) <= room) break;
    const others = printed.filter((one) => one.column !== column);
    if (others.length === printed.length || others.length === 0) continue;
    printed = others;
    dropped.push(column);
  }
  return { places: printed.map((one) => one.place), widths: [numberMm, ...shared(printed, room)], dropped };
}
