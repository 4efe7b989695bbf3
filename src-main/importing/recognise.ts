/** A table of a chosen file → what it is, how it is read, and which mapping fits it, with reasons. Reads no more than the first rows. */

import type { Encoding, Finding, Question } from '../../src-shared/contract/imports.ts';
import type { Mapping } from '../../src-shared/contract/mappings.ts';
import { isOwnList } from '../../src-shared/list-heads.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { Problem } from '../../src-shared/problem.ts';
import { storedFields } from '../ledger/fields/stored-fields.ts';
import type { Reading } from '../ledger/transaction.ts';
import { columnTrust } from './column-trust.ts';
import { dateColumns, dateOrderOf, type OrderFound } from './date-order.ts';
import { currencyOfFile } from './file-currency.ts';
import { knowingItsFile } from './file-shows.ts';
import { asOrders, joinsLines } from './joined-lines.ts';
import { rememberedMapping } from './own-mappings.ts';
import { guessMapping, repeatedHeaders, unreadHeaders } from './profiles/guess-mapping.ts';
import { profileById } from './profiles/index.ts';
import { mappingFor, type Ranked, type Reason, rankProfiles } from './profiles/rank.ts';
import { assertSales } from './purchases.ts';
import { questionsOf } from './questions.ts';
import { openTable } from './readers/open-table.ts';
import type { RawRow, ReadOptions, Table } from './readers/reader.ts';
import { statusQuestions } from './status-words.ts';
import { valueGuess } from './value-guess.ts';

const SAMPLE_ROWS = 20;

export interface ChosenFile {
  readonly ticket: string;
  readonly path: string;
  /** As the owner knows it. */
  readonly name: string;
  readonly bytes: number;
  /** One file of those packed in it. */
  readonly member?: string;
  /** One sheet of the workbook; without it the one whose header is best known. */
  readonly sheet?: string;
}

export interface OwnersChoice {
  readonly mapping?: Mapping | undefined;
  readonly encoding?: Encoding | undefined;
  /** See `ReadOptions.fromBeginning`. */
  readonly fromBeginning?: boolean;
}

/** An opened table and its first rows. */
interface OpenFile {
  readonly name: string;
  readonly table: Table;
  readonly rows: readonly RawRow[];
}

/** How a file is to be read, and what is not sure about it. */
interface HowToRead extends Pick<Finding, 'source' | 'confidence'> {
  readonly mapping: Mapping;
  readonly reasons: readonly Reason[];
  readonly questions: readonly Question[];
  readonly guessedColumns: readonly number[];
  /** Nobody has to be asked: the owner or a profile says it all. */
  readonly isSettled: boolean;
}

async function firstRows(table: Table, name: string): Promise<readonly RawRow[]> {
  for await (const batch of table.rows()) return batch;
  throw new Problem('nothing-to-import', { name });
}

/** Only the file itself can say which way round its dates are, and which money it is in. */
async function withFileFacts({ table, rows }: OpenFile, mapping: Mapping): Promise<[Mapping, OrderFound]> {
  const numbered = knowingItsFile(table, rows, mapping, dateColumns(mapping.columns));
  const found = await dateOrderOf(table, rows, dateColumns(numbered.columns));
  const isTold = found === 'ymd' || found === 'mdy' || found === 'dmy';
  const currency = numbered.columns.currency === undefined ? currencyOfFile(table.header, rows, numbered) : null;
  return [
    {
      ...numbered,
      ...(isTold ? { dateOrder: found } : {}),
      ...(currency === null ? {} : { currency }),
    },
    found,
  ];
}

async function ofOwner(file: OpenFile, mapping: Mapping, source: Finding['source']): Promise<HowToRead> {
  const told = knowingItsFile(file.table, file.rows, mapping, dateColumns(mapping.columns));
  const reasons = source === 'remembered' ? [{ code: 'remembered', words: [] }] : [];
  return { mapping: told, source, confidence: 1, reasons, questions: [], guessedColumns: [], isSettled: true };
}

/** What was remembered says how to read this file as well, unless it has states that were not there before and say what was paid. */
async function ofMemory(file: OpenFile, remembered: Mapping): Promise<HowToRead> {
  const known = await ofOwner(file, remembered, 'remembered');
  const questions = statusQuestions(file.table.header, file.rows, known.mapping);
  return { ...known, questions, isSettled: questions.length === 0 };
}

async function ofProfile(file: OpenFile, best: Ranked): Promise<HowToRead> {
  const { table, rows } = file;
  assertSales(best, table.header, rows, file.name);
  const asked = questionsOf(best, table.header, rows);
  const whole = mappingFor(best.profile, asked.columns);
  const [mapping, dates] = await withFileFacts(file, joinsLines(rows, whole) ? asOrders(whole) : whole);
  const isUnclear = dates === 'unclear' && best.profile.dateOrder === 'ymd';
  const questions: Question[] = [
    ...asked.questions,
    ...(isUnclear ? [{ about: 'dates' as const, column: null, fields: [] }] : []),
    ...statusQuestions(table.header, rows, mapping),
  ];
  const reasons: Reason[] = [
    ...best.reasons,
    ...(asked.taken.length > 0 ? [{ code: 'columns-by-word', words: asked.taken }] : []),
    ...(dates === 'mixed' ? [{ code: 'dates-mixed', words: [] }] : []),
  ];
  const { confidence } = best;
  const isSettled = questions.length === 0;
  return { mapping, source: 'profile', confidence, reasons, questions, guessedColumns: [], isSettled };
}

async function ofNobody(
  reading: Reading | null,
  file: OpenFile,
  sample: readonly (readonly string[])[],
): Promise<HowToRead> {
  const { header } = file.table;
  const fields = reading === null ? [] : storedFields(reading).map(({ content }) => content.name);
  if (isOwnList(header, fields)) throw new Problem('own-list', { name: file.name });
  const named = guessMapping(header, sample);
  const guess = valueGuess(header, file.rows, named);
  const [mapping] = await withFileFacts(file, guess.mapping);
  const reasons = [{ code: 'no-profile', words: [] }];
  const { columns: guessedColumns } = guess;
  const questions = mapping.columns.orderNumber === undefined ? [] : statusQuestions(header, file.rows, mapping);
  return { mapping, source: 'none', confidence: 0, reasons, questions, guessedColumns, isSettled: false };
}

/** The owner's word first, then what was remembered, then the best profile. */
async function choose(
  reading: Reading | null,
  file: OpenFile,
  chosen: Mapping | undefined,
  sample: readonly (readonly string[])[],
): Promise<HowToRead> {
  const { header } = file.table;
  const remembered = reading === null ? null : rememberedMapping(reading, header);
  if (chosen !== undefined) {
    const source = remembered === null ? 'none' : 'remembered';
    const told = await ofOwner(file, chosen, profileById(chosen.profile) === null ? source : 'profile');
    return { ...told, reasons: [] };
  }
  if (remembered !== null) return ofMemory(file, remembered);
  const [best] = rankProfiles(header);
  return best === undefined ? ofNobody(reading, file, sample) : ofProfile(file, best);
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
  const found = await choose(reading, { name: file.name, table, rows }, choice.mapping, sample);
  const doubled = repeatedHeaders(table.header);
  const unread = unreadHeaders(table.header, found.mapping);
  const reasons: Reason[] = [
    ...found.reasons,
    ...(doubled.length > 0 ? [{ code: 'headers-repeated', words: doubled }] : []),
    ...(unread.length > 0 ? [{ code: 'columns-unread', words: unread }] : []),
  ];
  const mapping = found.isSettled ? found.mapping : null;
  return {
    ticket: file.ticket,
    from: file.ticket,
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
    questions: [...found.questions],
    confidence: found.confidence,
    source: found.isSettled ? found.source : 'none',
    reasons: reasons.map(({ code, words }) => ({ code, words: [...words] })),
    guess: found.mapping,
    guessedColumns: [...found.guessedColumns],
    trust: [...columnTrust(table.header, rows, found.mapping, choice.mapping === undefined ? found.source : 'owner')],
    marketplace: marketplaceOf(found.source === 'none' && !found.isSettled ? null : found.mapping),
  };
}
