/** A table of a chosen file → what it is, how it is read, and which mapping fits it, with reasons. Reads no more than the first rows. */

import type { Encoding, Finding } from '../../src-shared/contract/imports.ts';
import type { Mapping } from '../../src-shared/contract/mappings.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { rememberedMapping } from './own-mappings.ts';
import { guessMapping, repeatedHeaders, unreadHeaders } from './profiles/guess-mapping.ts';
import { profileById } from './profiles/index.ts';
import { type Reason, rankProfiles } from './profiles/rank.ts';
import { openTable } from './readers/open-table.ts';
import type { RawRow, ReadOptions, Table } from './readers/reader.ts';
import { knowingItsNumbers } from './whole-numbers.ts';

const SAMPLE_ROWS = 20;

export interface ChosenFile {
  readonly ticket: string;
  readonly path: string;
  /** As the owner knows it. */
  readonly name: string;
  readonly bytes: number;
  /** One sheet of the workbook; without it the one whose header is best known. */
  readonly sheet?: string;
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
  if (mapping === null) return 'other';
  return mapping.marketplace ?? profileById(mapping.profile)?.marketplace ?? 'other';
}

/** How the reader has to open a file that is read with this mapping. */
export function readingOf(mapping: Mapping): Pick<ReadOptions, 'repeatDown'> {
  if (mapping.numberOnce !== true) return {};
  const { orderNumber: columns = [], itemTitle = [], itemSku = [], quantity = [] } = mapping.columns;
  return { repeatDown: { columns, where: [...itemTitle, ...itemSku, ...quantity] } };
}

/** Throws a Problem (`file-…`, `nothing-to-import`) when the file is no table with rows. */
export async function recognise(reading: Reading | null, file: ChosenFile, choice: OwnersChoice): Promise<Finding> {
  const { encoding, fromBeginning = false } = choice;
  const table = await openTable(file.path, file.name, {
    fromBeginning,
    ...(encoding === undefined ? {} : { encoding }),
    ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
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
    ...(unread.length > 0 ? [{ code: 'columns-unread', words: unread }] : []),
  ];
  return {
    ticket: file.ticket,
    name: file.name,
    bytes: file.bytes,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    otherSheets: [...table.otherSheets],
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
