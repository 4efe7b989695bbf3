/**
 * The dry run: reads the chosen files into a stage, folds them against the ledger and reports what an apply would do. Changes
 * nothing in the ledger; apply carries out this very plan. After `recognise`.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BatchReport, Encoding, Mapping } from '../../src-shared/contract/imports.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { changesOf } from './carry-out.ts';
import { allFixes, earlierFixes, type KnownFix, mayHaveFixes, placeFixes } from './damage/cell-fixes.ts';
import type { CellFix } from './damage/fix-rows.ts';
import { noticeDamage } from './damage/notice.ts';
import { bringHome } from './home-rows.ts';
import { stageWords } from './own-columns/stage-words.ts';
import { planStage } from './plan-stage.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import { questionAsProblem } from './question-problem.ts';
import { openTable } from './readers/open-table.ts';
import type { Table } from './readers/reader.ts';
import { type ChosenFile, type OwnersChoice, readingOf } from './recognise.ts';
import { type FoundTable, recogniseTables } from './recognise-tables.ts';
import { stageRepeated } from './repeats/copy-repeated.ts';
import { readingJson, repeatedTable } from './repeats/find-repeated.ts';
import { putBackRepeated } from './singles/put-back.ts';
import { makeRowFile } from './singles/row-file.ts';
import sideTables from './singles/side-files.sql?raw';
import { type Singles, singlesBook } from './singles/singles.ts';
import { attachFolds, discardCheck, makeStage, type Stage, type StageOptions } from './stage.ts';
import { stageFile } from './stage-file.ts';
import { leaveOut } from './stage-left-out.ts';
import {
  isCut,
  OtherEncoding,
  type PiecesPlace,
  type PiecesSource,
  stagePieces,
  standsInPieces,
} from './stage-pieces.ts';
import { withScratch } from './unpacked-files.ts';

export interface CheckFile extends ChosenFile {
  readonly mapping?: Mapping | undefined;
  readonly encoding?: Encoding | undefined;
  /** Cells the owner corrected. */
  readonly fixes?: readonly CellFix[] | undefined;
}

export interface CheckOptions {
  readonly shop?: string | undefined;
  readonly marketplace?: Marketplace | undefined;
  /** Remember the owner's mappings when the check is applied. */
  readonly remember?: boolean | undefined;
  readonly today: string;
}

export interface CheckResult {
  readonly check: string;
  readonly batches: readonly BatchReport[];
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Without the properties that are undefined: the readers tell "not given" from "given as nothing". */
function choiceOf({ mapping, encoding }: CheckFile): { mapping?: Mapping; encoding?: Encoding } {
  return { ...(mapping === undefined ? {} : { mapping }), ...(encoding === undefined ? {} : { encoding }) };
}

/** How a check reads: `doubt`: an encoding guessed from the beginning of a file proved wrong, so each file is looked at whole. */
interface Way {
  readonly ledger: Reading;
  readonly files: readonly CheckFile[];
  readonly options: CheckOptions;
  readonly doubt: boolean;
}

/** Throws a Problem that says what has to be asked where nobody has said yet which column is what. */
function mappingOf({ file, finding }: FoundTable): Mapping {
  if (finding.mapping === null) throw questionAsProblem(file.name, finding);
  return finding.mapping;
}

function openFound({ file, finding }: FoundTable, mapping: Mapping, progress: Progress): Promise<Table> {
  return openTable(file.path, file.name, {
    ...(finding.encoding === null ? {} : { encoding: finding.encoding }),
    ...(finding.sheet === null ? {} : { sheet: finding.sheet }),
    ...readingOf(mapping),
    cancelled: () => progress.cancelled(),
  });
}

/** The tables of a file. Only a reader that goes through its bytes notices when the encoding of its beginning is not that of its end. */
async function tablesOf({ ledger, doubt }: Way, file: CheckFile, folder: () => string): Promise<readonly FoundTable[]> {
  const choice: OwnersChoice = choiceOf(file);
  if (doubt || file.encoding !== undefined) return recogniseTables(ledger, file, choice, folder);
  const tables = await recogniseTables(ledger, file, { ...choice, fromBeginning: true }, folder);
  const notices = tables.every(({ finding }) => {
    if (finding.format !== 'csv') return true;
    return finding.mapping !== null && standsInPieces(finding.mapping) && isCut(finding.mapping, finding);
  });
  return notices ? tables : recogniseTables(ledger, file, choice, folder);
}

/** Those of this check, and those of an earlier import of the same bytes. */
async function fixesOf(
  ledger: Reading,
  file: CheckFile,
  { file: own, finding }: FoundTable,
): Promise<readonly KnownFix[]> {
  const fresh = file.fixes ?? [];
  if (!mayHaveFixes(ledger.connection, own.bytes)) return allFixes([], fresh);
  return allFixes(earlierFixes(ledger.connection, await sha256Of(own.path), finding.sheet), fresh);
}

const DAY_MS = 86_400_000;

/** The end of tomorrow: a shop's clock may be ahead of this computer's. */
function latestOf(today: string): string {
  return `${new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10)} 23:59:59`;
}

/** Reads a table into the stage; one that is imported already is taken from the ledger. */
async function takeOrRead(
  { ledger }: Way,
  place: PiecesPlace,
  source: PiecesSource,
  table: Table,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<{ readonly rows: number; readonly sha256: string | null }> {
  const { connection, singles } = place;
  const hash = (): Promise<string> => sha256Of(source.path);
  const repeated = await repeatedTable(ledger.connection, source, table, hash);
  if (repeated !== null) {
    stageRepeated(place, ledger.connection, source, table, repeated);
    return repeated;
  }
  if (standsInPieces(source.mapping)) return stagePieces(place, source, table, progress, report);
  return { rows: await stageFile(connection, source, table, singles, progress, report), sha256: null };
}

/** One table into the stage. Answers how many rows it has. */
async function stageTable(
  way: Way,
  place: PiecesPlace,
  file: CheckFile,
  found: FoundTable,
  sourceNo: number,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<number> {
  const { ledger, options, doubt } = way;
  const mapping = mappingOf(found);
  const table = await openFound(found, mapping, progress);
  const fixes = await fixesOf(ledger, file, found);
  const source = {
    sourceNo,
    path: found.file.path,
    name: found.file.name,
    bytes: found.file.bytes,
    sha256: '',
    mapping,
    marketplace: options.marketplace ?? found.finding.marketplace,
    shopChosen: options.shop !== undefined,
    strict: !doubt && file.encoding === undefined,
    latest: latestOf(options.today),
    fixes,
  };
  const { connection } = place;
  const staged = await takeOrRead(way, place, source, table, progress, report);
  const own = options.remember === true && file.mapping !== undefined;
  connection
    .prepare('update staged_file set remember = ?, sha256 = ? where source_no = ?')
    .run(own ? 1 : 0, staged.sha256 ?? (await sha256Of(found.file.path)), sourceNo);
  // Of a table of several shops or currencies no file is the whole.
  connection
    .prepare(
      `update staged_file set reading = @reading
       where source_no = @sourceNo and (select count(*) from staged_file where source_no = @sourceNo) = 1`,
    )
    .run({ reading: readingJson(source), sourceNo });
  placeFixes(connection, sourceNo, fixes);
  await stageWords(ledger, connection, source, () => openFound(found, mapping, progress), progress);
  return staged.rows;
}

/** Reads every file into the stage. Answers how many rows they have together. */
async function stageFiles(
  way: Way,
  stage: Stage,
  singles: Singles,
  folder: () => string,
  progress: Progress,
): Promise<number> {
  const total = way.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const side = makeRowFile(stage.files.folds, sideTables);
  const place: PiecesPlace = { connection: stage.connection, singles, side };
  const firstRows: boolean[] = [];
  let [before, rows] = [0, 0];
  try {
    for (const file of way.files) {
      stopIfCancelled(progress);
      progress.report('reading', before, total);
      for (const found of await tablesOf(way, file, folder)) {
        firstRows.push(mappingOf(found).firstRow !== undefined);
        rows += await stageTable(way, place, file, found, firstRows.length, progress, (bytes) => {
          progress.report('reading', before + Math.min(bytes, file.bytes), total);
        });
      }
      before += file.bytes;
    }
  } catch (error) {
    side.abandon();
    throw error;
  }
  side.finish();
  stage.connection.exec('commit');
  attachFolds(stage.connection, stage.files);
  stage.connection.exec('begin');
  noticeDamage(stage.connection, singles, firstRows.length);
  singles.allRead();
  putBackRepeated(stage.connection, singles);
  firstRows.forEach((only, index) => {
    bringHome(stage.connection, index + 1);
    leaveOut(stage.connection, index + 1, only);
  });
  progress.report('reading', total, total);
  return rows;
}

function stageOptionsOf(options: CheckOptions): StageOptions {
  return { shop: options.shop ?? null, today: options.today };
}

async function checkOnce(way: Way, stageFolder: string, progress: Progress): Promise<CheckResult> {
  const stage = makeStage(stageFolder);
  const singles = singlesBook();
  try {
    const stageOptions = stageOptionsOf(way.options);
    stage.connection
      .prepare('insert into staged_check (changes, options) values (?, ?)')
      .run(changesOf(way.ledger.connection), JSON.stringify(stageOptions));
    stage.connection.exec('begin');
    const rows = await withScratch(stageFolder, (folder) => stageFiles(way, stage, singles, folder, progress));
    stage.connection.exec('commit');
    if (rows === 0) throw new Problem('nothing-to-import', { name: way.files[0]?.name ?? '' });
    const batches = await planStage(way.ledger, stage, singles, stageOptions, progress);
    stage.connection.close();
    return { check: stage.check, batches };
  } catch (error) {
    stage.connection.close();
    discardCheck(stageFolder, stage.check);
    throw error;
  }
}

/** Checks the files together: an order list and its details dropped at once are one batch. The stage lives on until apply or discard. */
export async function checkFiles(
  ledger: Reading,
  stageFolder: string,
  files: readonly CheckFile[],
  options: CheckOptions,
  progress: Progress,
): Promise<CheckResult> {
  const way = { ledger, files, options };
  try {
    return await checkOnce({ ...way, doubt: false }, stageFolder, progress);
  } catch (error) {
    if (!(error instanceof OtherEncoding)) throw error;
    return checkOnce({ ...way, doubt: true }, stageFolder, progress);
  }
}

export { discardCheck } from './stage.ts';
