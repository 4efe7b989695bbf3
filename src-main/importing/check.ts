/**
 * The dry run: reads the chosen files into a stage, folds them against the ledger and reports what an apply would do. Changes
 * nothing in the ledger; apply carries out this very plan. After `recognise`.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BatchReport, Encoding, Finding, Mapping } from '../../src-shared/contract/imports.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { changesOf } from './carry-out.ts';
import { planStage } from './plan-stage.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import { isCuttable } from './readers/cut-records.ts';
import { openTable } from './readers/open-table.ts';
import { recognise } from './recognise.ts';
import { attachFolds, discardCheck, makeStage, type Stage, type StageOptions } from './stage.ts';
import { makeRowFile } from './singles/row-file.ts';
import { putBackRepeated } from './singles/put-back.ts';
import sideTables from './singles/side-files.sql?raw';
import { type Singles, singlesBook } from './singles/singles.ts';
import { stageFile } from './stage-file.ts';
import { leaveOut } from './stage-left-out.ts';
import { OtherEncoding, type PiecesPlace, stagePieces, standsInPieces } from './stage-pieces.ts';

export interface CheckFile {
  readonly ticket: string;
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly mapping?: Mapping | undefined;
  readonly encoding?: Encoding | undefined;
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

/** What a file is. Only a reader that goes through its bytes notices when the encoding of its beginning is not that of its end. */
async function findingOf(ledger: Reading, file: CheckFile, doubt: boolean): Promise<Finding> {
  const choice = choiceOf(file);
  if (doubt || file.encoding !== undefined) return recognise(ledger, file, choice);
  const finding = await recognise(ledger, file, { ...choice, fromBeginning: true });
  const mapping = file.mapping ?? finding.mapping;
  const notices = mapping !== null && standsInPieces({ mapping }) && isCuttable(finding.encoding, finding.delimiter);
  return notices || finding.format !== 'csv' ? finding : recognise(ledger, file, choice);
}

/** One file into the stage. Answers how many rows it has, and whether only first rows of its orders have the orders' fields. */
async function stageOne(
  { ledger, options, doubt }: Way,
  place: PiecesPlace,
  file: CheckFile,
  sourceNo: number,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<{ readonly rows: number; readonly firstRows: boolean }> {
  const finding = await findingOf(ledger, file, doubt);
  const mapping = file.mapping ?? finding.mapping;
  if (mapping === null) throw new Problem('file-needs-mapping', { name: file.name, missing: 'orderNumber' });
  const encoding = file.encoding ?? finding.encoding;
  const table = await openTable(file.path, file.name, {
    ...(encoding === null ? {} : { encoding }),
    cancelled: () => progress.cancelled(),
  });
  const source = {
    sourceNo,
    path: file.path,
    name: file.name,
    bytes: file.bytes,
    sha256: '',
    mapping,
    marketplace: options.marketplace ?? finding.marketplace,
    shopChosen: options.shop !== undefined,
    strict: !doubt && file.encoding === undefined,
  };
  const { connection, singles } = place;
  const staged = standsInPieces(source)
    ? await stagePieces(place, source, table, progress, report)
    : { rows: await stageFile(connection, source, table, singles, progress, report), sha256: null };
  const own = options.remember === true && file.mapping !== undefined && mapping.profile === 'own';
  connection
    .prepare('update staged_file set remember = ?, sha256 = ? where source_no = ?')
    .run(own ? 1 : 0, staged.sha256 ?? (await sha256Of(file.path)), sourceNo);
  return { rows: staged.rows, firstRows: mapping.firstRow !== undefined };
}

/** Reads every file into the stage. Answers how many rows they have together. */
async function stageFiles(way: Way, stage: Stage, singles: Singles, progress: Progress): Promise<number> {
  const total = way.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const side = makeRowFile(stage.files.folds, sideTables);
  const place: PiecesPlace = { connection: stage.connection, singles, side };
  const firstRows: boolean[] = [];
  let [before, rows] = [0, 0];
  try {
    for (const [index, file] of way.files.entries()) {
      stopIfCancelled(progress);
      progress.report('reading', before, total);
      const staged = await stageOne(way, place, file, index + 1, progress, (bytes) => {
        progress.report('reading', before + Math.min(bytes, file.bytes), total);
      });
      rows += staged.rows;
      firstRows.push(staged.firstRows);
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
  putBackRepeated(stage.connection, singles);
  firstRows.forEach((only, index) => {
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
    const rows = await stageFiles(way, stage, singles, progress);
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
