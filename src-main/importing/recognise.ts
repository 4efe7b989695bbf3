/** A chosen file → what it is, how it is read, and which mapping fits it, with reasons. Reads no more than the first rows. */

import type { Encoding, Finding, Mapping } from '../../src-shared/contract/imports.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { cleanCell } from './normalise/clean-cell.ts';
import { hasZeroedTail } from './normalise/read-order-number.ts';
import { rememberedMapping } from './own-mappings.ts';
import { guessMapping, repeatedHeaders, unreadHeaders } from './profiles/guess-mapping.ts';
import { profileById } from './profiles/index.ts';
import { type Reason, rankProfiles } from './profiles/rank.ts';
import { openTable } from './readers/open-table.ts';
import type { RawRow, Table } from './readers/reader.ts';

const SAMPLE_ROWS = 20;
const FEWEST_LONG_NUMBERS = 5;

export interface ChosenFile {
  readonly ticket: string;
  readonly path: string;
  /** As the owner knows it. */
  readonly name: string;
  readonly bytes: number;
}

export interface OwnersChoice {
  readonly mapping?: Mapping | undefined;
  readonly encoding?: Encoding | undefined;
  /** See `ReadOptions.fromBeginning`. */
  readonly fromBeginning?: boolean;
}

type Choice = Pick<Finding, 'mapping' | 'source'> & { readonly reasons: readonly Reason[] };

async function firstRows(table: Table, name: string): Promise<readonly RawRow[]> {
  for await (const batch of table.rows()) return batch;
  throw new Problem('nothing-to-import', { name });
}

/**
 * A spreadsheet rounds every long number of a column; when hardly any ends in zeros, none was rounded. Only a workbook can say so: its
 * cells of text were never numbers. In a text file, one sheet may have been pasted beneath another, so there each number stands for itself.
 */
function keepsLongNumbers(rows: readonly RawRow[], mapping: Mapping): boolean {
  const columns = mapping.columns.orderNumber ?? [];
  const numbers = rows.flatMap((row) => columns.slice(0, 1).map((column) => cleanCell(row.cells[column] ?? '')));
  const long = numbers.filter((number) => /^\d{16,}$/.test(number));
  return long.length >= FEWEST_LONG_NUMBERS && long.filter(hasZeroedTail).length * 10 < long.length;
}

function knowingItsNumbers(table: Table, rows: readonly RawRow[], mapping: Mapping): Mapping {
  const { longNumbersWhole: _, ...rest } = mapping;
  return table.format === 'xlsx' && keepsLongNumbers(rows, mapping) ? { ...rest, longNumbersWhole: true } : rest;
}

/** The owner's word first, then what was remembered, then the best profile. */
function choose(reading: Reading | null, header: readonly string[], chosen: Mapping | undefined): Choice {
  const remembered = reading === null ? null : rememberedMapping(reading, header);
  if (chosen !== undefined) {
    const source = remembered === null ? 'none' : 'remembered';
    return { mapping: chosen, source: profileById(chosen.profile) === null ? source : 'profile', reasons: [] };
  }
  if (remembered !== null)
    return { mapping: remembered, source: 'remembered', reasons: [{ code: 'remembered', words: [] }] };
  const [best] = rankProfiles(header);
  if (best === undefined) return { mapping: null, source: 'none', reasons: [{ code: 'no-profile', words: [] }] };
  return { mapping: best.mapping, source: 'profile', reasons: best.reasons };
}

/** The marketplace whose files are read with this mapping. */
export function marketplaceOf(mapping: Mapping | null): Marketplace {
  return (mapping === null ? null : profileById(mapping.profile))?.marketplace ?? 'other';
}

/** Throws a Problem (`file-…`, `nothing-to-import`) when the file is no table with rows. */
export async function recognise(reading: Reading | null, file: ChosenFile, choice: OwnersChoice): Promise<Finding> {
  const { encoding, fromBeginning = false } = choice;
  const table = await openTable(file.path, file.name, {
    fromBeginning,
    ...(encoding === undefined ? {} : { encoding }),
  });
  const rows = await firstRows(table, file.name);
  const sample = rows.slice(0, SAMPLE_ROWS).map((row) => [...row.cells]);
  const { mapping: chosen, source, reasons } = choose(reading, table.header, choice.mapping);
  const mapping = chosen === null ? null : knowingItsNumbers(table, rows, chosen);
  const guess = mapping ?? knowingItsNumbers(table, rows, guessMapping(table.header, sample));
  const doubled = repeatedHeaders(table.header);
  const unread = unreadHeaders(table.header, guess);
  const more: Reason[] = [
    ...(doubled.length > 0 ? [{ code: 'headers-repeated', words: doubled }] : []),
    ...(table.otherSheets.length > 0 ? [{ code: 'sheets-unread', words: table.otherSheets }] : []),
    ...(unread.length > 0 ? [{ code: 'columns-unread', words: unread }] : []),
  ];
  return {
    ticket: file.ticket,
    name: file.name,
    bytes: file.bytes,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: table.headerRow,
    header: [...table.header],
    sample,
    mapping,
    source,
    reasons: [...reasons, ...more].map(({ code, words }) => ({ code, words: [...words] })),
    guess,
    marketplace: marketplaceOf(mapping),
  };
}
