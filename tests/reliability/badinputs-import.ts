/** Takes one file of the corpus the way of every import: recognised and checked in watched readers, applied, and every row of it looked for. */

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { BatchReport, Finding } from '../../src-shared/contract/imports.ts';
import type { ProblemOnWire } from '../../src-shared/problem.ts';
import { type CorpusFile, faultOf, mappedByHand, type Outcome } from '../support/corpus.ts';
import { fileAt, now, runWorker, today } from './kill-world.ts';
import { runWatched, type Used, type Watched } from './watched-worker.ts';

export interface Place {
  /** A new ledger nobody has open, and where its copy is worked on. */
  readonly empty: string;
  readonly work: string;
  /** Peak memory of a worker that reads nothing. */
  readonly idleMiB: number;
}

export interface Tried {
  /** The Problem it ended in; null when it was imported. */
  readonly problem: ProblemOnWire | null;
  readonly faults: readonly string[];
  readonly rows: number;
  readonly orders: number;
  readonly cpuSeconds: number;
  readonly maxMiB: number;
}

/** The bombs of the corpus must cost next to nothing. */
const BOMB_SECONDS = 3;
const BOMB_MIB = 300;
const MOST_SECONDS = 10;
const MOST_MIB = 512;

function outcomeOf(finding: Finding | null, batches: readonly BatchReport[], problem: ProblemOnWire | null): Outcome {
  const problems: Record<string, number> = {};
  for (const { problemCounts } of batches)
    for (const [code, count] of Object.entries(problemCounts)) problems[code] = (problems[code] ?? 0) + count;
  const sum = (of: (batch: BatchReport) => number): number => batches.reduce((total, batch) => total + of(batch), 0);
  return {
    code: problem?.code ?? null,
    // A file of several shops is in the report of each, with its rows there.
    rows: sum(({ files }) => files.reduce((rows, file) => rows + file.rows, 0)),
    orders: sum(({ orders }) => orders.new),
    problems,
    reasons: finding?.reasons.map(({ code }) => code) ?? [],
    encoding: finding?.encoding ?? null,
  };
}

function faultsOfWatch(watched: Watched<unknown>): readonly string[] {
  const { bug, offences, used } = watched;
  return [
    ...(bug === null ? [] : [`crashed: ${bug.slice(0, 400)}`]),
    ...offences,
    ...(used?.polluted ?? []).map((key) => `${key} was put on a shared object`),
    ...(used === null && bug === null ? ['the reader left no record'] : []),
  ];
}

export function isBomb({ expect }: CorpusFile): boolean {
  return (
    expect.outcome === 'reject' && (expect.codes ?? []).some((code) => ['E_ZIP_LIMIT', 'E_XML_ENTITY'].includes(code))
  );
}

export function faultsOfCaps(file: CorpusFile, used: readonly (Used | null)[], idleMiB: number): readonly string[] {
  const seconds = used.reduce((sum, each) => sum + (each?.cpuSeconds ?? 0), 0);
  const peak = Math.max(0, ...used.map((each) => each?.maxMiB ?? 0));
  const bomb = isBomb(file);
  const mostSeconds = Math.min(file.expect.maxSeconds ?? MOST_SECONDS, bomb ? BOMB_SECONDS : MOST_SECONDS);
  const mostMiB = Math.min(file.expect.maxRssMiB ?? MOST_MIB, bomb ? idleMiB + BOMB_MIB : MOST_MIB);
  return [
    ...(seconds > mostSeconds ? [`${seconds.toFixed(1)} s of processor, at most ${mostSeconds}`] : []),
    ...(peak > mostMiB ? [`${Math.round(peak)} MiB, at most ${Math.round(mostMiB)}`] : []),
  ];
}

/** Each row of the file is a source row, or named by a row problem. */
function faultsOfRows(folder: string): readonly string[] {
  const connection = new Database(join(folder, 'ledger.db'), { readonly: true });
  try {
    const lost = connection
      .prepare<[], { name: string; rows: number; found: number }>(
        `select name, row_count as rows, (
           select count(*) from (
             select row_no from source_row where source_row.file_id = import_file.file_id
             union select row_no from row_problem where row_problem.file_id = import_file.file_id
           )
         ) as found from import_file`,
      )
      .all()
      .filter(({ rows, found }) => rows !== found);
    return lost.map(({ rows, found }) => `${rows} rows seen, ${found} accounted for`);
  } finally {
    connection.close();
  }
}

/** Amounts of the orders as the index lists them, smallest first. */
function faultsOfCents(folder: string, wanted: readonly number[] | undefined): readonly string[] {
  if (wanted === undefined) return [];
  const connection = new Database(join(folder, 'ledger.db'), { readonly: true });
  try {
    const found = connection
      .prepare('select coalesce(paid_minor, total_minor) from shop_order')
      .pluck()
      .all() as number[];
    const inOrder = (cents: readonly number[]): string => cents.toSorted((a, b) => a - b).join(' ');
    return inOrder(found) === inOrder(wanted) ? [] : [`amounts ${inOrder(found)} instead of ${inOrder(wanted)}`];
  } finally {
    connection.close();
  }
}

async function applied(folder: string, check: string, { expect }: CorpusFile): Promise<readonly string[]> {
  try {
    await runWorker('apply', { folder, now, check });
    const report = await runWorker('verify', { folder });
    const faults = report.ok ? [] : [`not sound afterwards: ${JSON.stringify(report)}`];
    return [...faults, ...faultsOfRows(folder), ...faultsOfCents(folder, expect.cents)];
  } catch (error) {
    return [`applying: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** `path` is the file itself, wherever the index lies. */
export async function tryImport(place: Place, file: CorpusFile, path: string): Promise<Tried> {
  rmSync(place.work, { recursive: true, force: true });
  cpSync(place.empty, join(place.work, 'data'), { recursive: true });
  const folder = join(place.work, 'data');
  mkdirSync(folder, { recursive: true });
  const name = basename(path);
  const first = await runWatched(place.work, 'recognise', { folder, files: [fileAt(path)] }, name);
  const finding = first.answer?.found[0]?.finding ?? null;
  const mapping = finding === null || finding.mapping !== null ? undefined : mappedByHand(finding.guess);
  const chosen = { ...fileAt(path), ...(mapping === undefined ? {} : { mapping }) };
  const second =
    finding === null ? null : await runWatched(place.work, 'check', { folder, files: [chosen], today }, name);
  const problem = first.problem ?? second?.problem ?? null;
  const outcome = outcomeOf(finding, second?.answer?.batches ?? [], problem);
  const used = [first.used, second?.used ?? null];
  const watched = [first, second].flatMap((each) => (each === null ? [] : faultsOfWatch(each)));
  const check = second?.answer?.check;
  const after = check === undefined ? [] : await applied(folder, check, file);
  const fault = watched.length > 0 ? null : faultOf(file.expect, outcome);
  return {
    problem,
    faults: [...watched, ...(fault === null ? [] : [fault]), ...faultsOfCaps(file, used, place.idleMiB), ...after],
    rows: outcome.rows,
    orders: outcome.orders,
    cpuSeconds: used.reduce((sum, each) => sum + (each?.cpuSeconds ?? 0), 0),
    maxMiB: Math.max(0, ...used.map((each) => each?.maxMiB ?? 0)),
  };
}
