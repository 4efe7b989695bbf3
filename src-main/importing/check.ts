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
import { planStage } from './plan-stage.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import { openTable } from './readers/open-table.ts';
import type { Table } from './readers/reader.ts';
import { readingOf } from './recognise.ts';
import { type FoundTable, recogniseTables } from './recognise-tables.ts';
import { discardCheck, makeStage, type Stage, type StageOptions } from './stage.ts';
import { stageFile } from './stage-file.ts';

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

/** Throws `file-needs-mapping` where nobody has said yet which column is what. */
function mappingOf({ file, finding }: FoundTable): Mapping {
  if (finding.mapping === null) throw new Problem('file-needs-mapping', { name: file.name, missing: 'orderNumber' });
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

/** Reads every file into the stage. Answers how many rows they have together. */
async function stageFiles(
  ledger: Reading,
  stage: Stage,
  files: readonly CheckFile[],
  options: CheckOptions,
  progress: Progress,
): Promise<number> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const remember = stage.connection.prepare('update staged_file set remember = ? where source_no = ?');
  let [before, rows, sourceNo] = [0, 0, 0];
  for (const file of files) {
    stopIfCancelled(progress);
    progress.report('reading', before, total);
    const tables = await recogniseTables(ledger, file, choiceOf(file));
    const sha256 = await sha256Of(file.path);
    for (const table of tables) {
      sourceNo += 1;
      const mapping = mappingOf(table);
      const source = {
        sourceNo,
        name: table.file.name,
        bytes: file.bytes,
        sha256,
        mapping,
        marketplace: options.marketplace ?? table.finding.marketplace,
        shopChosen: options.shop !== undefined,
      };
      rows += await stageFile(
        stage.connection,
        source,
        await openFound(table, mapping, progress),
        progress,
        (bytes) => {
          progress.report('reading', before + Math.min(bytes, file.bytes), total);
        },
      );
      const own = options.remember === true && file.mapping !== undefined && mapping.profile === 'own';
      remember.run(own ? 1 : 0, sourceNo);
    }
    before += file.bytes;
  }
  progress.report('reading', total, total);
  return rows;
}

function stageOptionsOf(options: CheckOptions): StageOptions {
  return { shop: options.shop ?? null, today: options.today };
}

/** Checks the files together: an order list and its details dropped at once are one batch. The stage lives on until apply or discard. */
export async function checkFiles(
  ledger: Reading,
  stageFolder: string,
  files: readonly CheckFile[],
  options: CheckOptions,
  progress: Progress,
): Promise<CheckResult> {
  const stage = makeStage(stageFolder);
  try {
    const stageOptions = stageOptionsOf(options);
    stage.connection
      .prepare('insert into staged_check (changes, options) values (?, ?)')
      .run(changesOf(ledger.connection), JSON.stringify(stageOptions));
    stage.connection.exec('begin');
    const rows = await stageFiles(ledger, stage, files, options, progress);
    stage.connection.exec('commit');
    if (rows === 0) throw new Problem('nothing-to-import', { name: files[0]?.name ?? '' });
    const batches = await planStage(ledger, stage.connection, stageOptions, progress);
    stage.connection.close();
    return { check: stage.check, batches };
  } catch (error) {
    stage.connection.close();
    discardCheck(stageFolder, stage.check);
    throw error;
  }
}

export { discardCheck } from './stage.ts';
