/** Carries out the jobs of the job table, inside a worker process. */

import { rmSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename, join } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';
import { writeDemoFiles } from '../demo/demo-shop.ts';
import { measuredCycle } from '../followups/measured-cycle.ts';
import { suggest } from '../followups/suggest.ts';
import { findGroups } from '../identity/find-groups.ts';
import { applyCheck } from '../importing/apply.ts';
import { checkFiles } from '../importing/check.ts';
import { withDamage } from '../importing/damage/report-source.ts';
import { stopIfCancelled } from '../importing/progress.ts';
import { recogniseTables } from '../importing/recognise-tables.ts';
import { redoBatch, undoBatch } from '../importing/undo.ts';
import { withScratch } from '../importing/unpacked-files.ts';
import { verifyLedger } from '../importing/verify.ts';
import { isBackedUp, makeBackup, previewBackup, restoreBackup, thinBackups } from '../ledger/backup.ts';
import { previewRule } from '../ledger/exclusions/rules.ts';
import { openForReading, openForWriting, prepareLedger } from '../ledger/open-ledger.ts';
import { quickCheck } from '../ledger/running-marker.ts';
import { readSettings } from '../ledger/settings.ts';
import { holdsOrders } from '../ledger/shops.ts';
import { isWithoutOrders, makeSuccessor } from '../ledger/successor.ts';
import { type Reading, snapshot } from '../ledger/transaction.ts';
import { sequencesOf } from '../metrics/next-items.ts';
import { makeForecast } from '../metrics/prediction/forecast.ts';
import { readReport } from '../metrics/reports.ts';
import { type RfmScoresOf, scoreSource } from '../metrics/rfm.ts';
import { writeDamageReport } from '../output/damage-report.ts';
import { exportList } from '../output/export-list.ts';
import { exportReport } from '../output/export-report.ts';
import { composeSendList, writeSendList } from '../output/messages/send-list.ts';
import { stageFolderOf } from './data-room.ts';
import { carryOutDecision } from './decision-acts.ts';
import type { AnswerOf, AskOf, JobName } from './job-table.ts';
import { answerLong } from './long-questions.ts';
import { carryOutRuleAct } from './rule-acts.ts';
import type { Phase } from './worker-messages.ts';

/** As importing's own progress, and with the phases that are the host's. */
export interface JobProgress {
  report(phase: Phase, done: number, total: number | null): void;
  cancelled(): boolean;
  /** Says what the job has to say before it has ended: what it does from then on nobody waits for. */
  answered(answer: unknown): void;
}

type JobWork<Name extends JobName> = (
  ask: AskOf<Name>,
  progress: JobProgress,
) => Promise<AnswerOf<Name>> | AnswerOf<Name>;

/** A worker waits this long for one of the host's short writes to end. */
const WAIT_FOR_HOST_MS = 10_000;
/** The demo shop is the same everywhere, but for its last day. */
const DEMO_SEED = 20_230_618;

/** Everybody's scores, by the owner's saved lines. */
function savedScores(): RfmScoresOf {
  return scoreSource((ledger) => readSettings(ledger).typedLines);
}

async function reading<Result>(folder: string, work: (ledger: Reading) => Result | Promise<Result>): Promise<Result> {
  return closing(openForReading(folder), work);
}

/** As `reading`, of one state of the ledger: what is written meanwhile belongs to the next question. */
function looking<Result>(folder: string, work: (ledger: Reading) => Result): Promise<Result> {
  return reading(folder, (ledger) => snapshot(ledger, work));
}

async function writing<Result>(folder: string, work: (ledger: Reading) => Result | Promise<Result>): Promise<Result> {
  return closing(openForWriting(folder, WAIT_FOR_HOST_MS), work);
}

async function closing<Result>(ledger: Reading, work: (ledger: Reading) => Result | Promise<Result>): Promise<Result> {
  try {
    return await work(ledger);
  } finally {
    ledger.connection.close();
  }
}

/**
 * A change of many orders. What it commits is on the disk, in the ledger's log; nobody need wait until it stands in the ledger's file too, so
 * that is done when the answer has left. Killed meanwhile, the log is read by whoever comes next.
 */
async function changing<Result>(
  folder: string,
  progress: JobProgress,
  work: (ledger: Reading) => Result | Promise<Result>,
): Promise<Result> {
  return writing(folder, async (ledger) => {
    ledger.connection.pragma('wal_autocheckpoint = 0');
    const answer = await work(ledger);
    progress.answered(answer);
    ledger.connection.pragma('wal_checkpoint(truncate)');
    return answer;
  });
}

/**
 * Every import can be taken back; the backup is for the day something else goes wrong. An empty ledger needs none, and one that has been
 * backed up as it stands needs no second one: see `background-backups.ts`.
 */
async function backUpBeforeImport(ask: AskOf<'apply'>, progress: JobProgress): Promise<void> {
  const isSafe = await reading(ask.folder, (ledger) => !holdsOrders(ledger) || isBackedUp(ask.folder, ledger));
  if (isSafe) return;
  progress.report('backing-up', 0, null);
  makeBackup(ask.folder, { reason: 'import', now: ask.now });
  thinBackups(ask.folder, { now: ask.now });
}

async function apply(ask: AskOf<'apply'>, progress: JobProgress): Promise<AnswerOf<'apply'>> {
  await backUpBeforeImport(ask, progress);
  const { folder, check, now, aside = [], beside = false } = ask;
  const carryOutOn = (book: Reading, keepCheck: boolean): ReturnType<typeof applyCheck> =>
    applyCheck(book, stageFolderOf(folder), check, { now, aside, keepCheck }, progress);
  const made = beside
    ? await writing(folder, async (ledger) =>
        isWithoutOrders(ledger) ? makeSuccessor(folder, ledger, (successor) => carryOutOn(successor, true)) : null,
      )
    : null;
  if (made !== null) return { batches: [...made.result.batches], successor: made.image };
  return changing(folder, progress, async (ledger) => {
    const { batches } = await carryOutOn(ledger, false);
    return { batches: [...batches], successor: null };
  });
}

async function check(ask: AskOf<'check'>, progress: JobProgress): Promise<AnswerOf<'check'>> {
  const { folder, files, ...options } = ask;
  const found = await reading(folder, (ledger) => checkFiles(ledger, stageFolderOf(folder), files, options, progress));
  return { check: found.check, batches: [...found.batches] };
}

/** Every table of the chosen files. A further one, or one of several, has a part of its own, by which it can be asked for again. */
async function recogniseAll({ folder, files }: AskOf<'recognise'>): Promise<AnswerOf<'recognise'>> {
  return reading(folder, (ledger) =>
    withScratch(stageFolderOf(folder), async (scratch) => {
      const found: AnswerOf<'recognise'>['found'] = [];
      for (const file of files) {
        for (const table of await recogniseTables(ledger, file, file, scratch)) {
          const { member, sheet } = table.file;
          const isSame = member === file.member && sheet === file.sheet;
          const part = { ...(member === undefined ? {} : { member }), ...(sheet === undefined ? {} : { sheet }) };
          found.push({ finding: table.finding, part: isSame ? null : part });
        }
      }
      return { found };
    }),
  );
}

/** The demo shop's own files go the way every file goes. */
async function makeDemo(ask: AskOf<'demo'>, progress: JobProgress): Promise<AnswerOf<'demo'>> {
  const { folder, now, today } = ask;
  prepareLedger(folder, { now });
  const home = join(folder, 'files');
  const paths = writeDemoFiles(home, { today, seed: DEMO_SEED });
  const files = paths.map((path) => ({ ticket: path, path, name: basename(path), bytes: statSync(path).size }));
  const found = await check({ folder, files, today }, progress);
  await apply({ folder, now, check: found.check }, { ...progress, answered: () => undefined });
  rmSync(home, { recursive: true, force: true });
  return { orders: found.batches.reduce((sum, batch) => sum + batch.orders.new, 0) };
}

/** A disk that is full, a folder that may not be written: the person chose the place and can choose another. */
function isFromDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

async function exportTo(ask: AskOf<'export'>, progress: JobProgress): Promise<AnswerOf<'export'>> {
  const { folder, request, format, path, name } = ask;
  const scores = savedScores();
  const onRows = (done: number, total: number): void => progress.report('writing', done, total);
  try {
    return await reading(folder, (ledger) => exportList(ledger, { ...request, format }, path, scores, onRows));
  } catch (error) {
    throw isFromDisk(error) ? new Problem('save-failed', { name }) : error;
  }
}

async function sendListTo(ask: AskOf<'sendList'>, progress: JobProgress): Promise<AnswerOf<'sendList'>> {
  const { folder, request, file } = ask;
  const scores = savedScores();
  const onPeople = (done: number, total: number): void => progress.report('writing', done, total);
  return reading(folder, async (ledger) => {
    const list = snapshot(ledger, (view) => composeSendList(view, request, scores, onPeople));
    if (file !== null) await writeSendList(list, file.layout, request.content.text, file.path);
    const { messages, ...review } = list;
    return { ...review, customers: messages.map(({ person }) => person.customer) };
  });
}

async function exportReportTo(ask: AskOf<'exportReport'>): Promise<AnswerOf<'exportReport'>> {
  const { folder, question, against, language, path, name } = ask;
  const scores = savedScores();
  try {
    const [report, before] = await looking(folder, (ledger) => [
      readReport(ledger, question, scores),
      against === undefined ? null : readReport(ledger, { ...question, ...against }, scores),
    ]);
    return { rows: await exportReport({ report, before }, language, path) };
  } catch (error) {
    throw isFromDisk(error) ? new Problem('save-failed', { name }) : error;
  }
}

async function reportTo(ask: AskOf<'report'>, progress: JobProgress): Promise<AnswerOf<'report'>> {
  const { folder, of, language, path } = ask;
  const onRows = (done: number): void => progress.report('writing', done, null);
  const problems = await reading(folder, (ledger) =>
    withDamage(ledger, stageFolderOf(folder), of, (damage) => writeDamageReport(damage, language, path, onRows)),
  );
  return { problems };
}

/** This process lets others go first. A system that does not allow it runs it like any other. */
function standBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Only slower for the others.
  }
}

const jobs: { readonly [Name in JobName]: JobWork<Name> } = {
  recognise: recogniseAll,
  check,
  apply,
  undo: ({ folder, batch, now }, progress) =>
    changing(folder, progress, (ledger) => undoBatch(ledger, stageFolderOf(folder), batch, { now }, progress)),
  redo: ({ folder, batch, now }, progress) =>
    changing(folder, progress, (ledger) => redoBatch(ledger, stageFolderOf(folder), batch, { now }, progress)),
  exclude: ({ folder, act, now }) => writing(folder, (ledger) => carryOutRuleAct(ledger, act, now)),
  decide: ({ folder, act, now }) => writing(folder, (ledger) => carryOutDecision(ledger, act, now)),
  meant: ({ folder, ...asked }) => reading(folder, (ledger) => previewRule(ledger, asked)),
  backup: ({ folder, reason, now, quietly = false }, progress) => {
    if (quietly) standBack();
    progress.report('backing-up', 0, null);
    const made = makeBackup(folder, { reason, now });
    thinBackups(folder, { now });
    return made;
  },
  previewBackup: ({ folder, name, now }) => previewBackup(folder, name, { now }),
  restore: ({ folder, name, now }) => restoreBackup(folder, name, { now }),
  inspect: ({ folder }) => {
    quickCheck(folder);
    return {};
  },
  review: async ({ folder }, progress) => ({
    groups: await reading(folder, (ledger) =>
      findGroups(ledger, (looked) => {
        stopIfCancelled(progress);
        progress.report('matching', looked, null);
      }),
    ),
  }),
  verify: ({ folder }) => reading(folder, verifyLedger),
  export: exportTo,
  sendList: sendListTo,
  forecast: ({ folder, ...question }) => looking(folder, (ledger) => makeForecast(ledger, question)),
  measuredCycle: ({ folder, ...question }) => looking(folder, (ledger) => measuredCycle(ledger, question)),
  sequences: async ({ folder, ...question }) => ({
    sequences: await looking(folder, (ledger) => sequencesOf(ledger, question)),
  }),
  suggest: ({ folder, ...question }) => looking(folder, (ledger) => suggest(ledger, question, savedScores())),
  question: ({ folder, name, params }) =>
    // The host has checked them against the contract.
    looking(folder, (ledger) => answerLong(ledger, name, params as never, savedScores())),
  exportReport: exportReportTo,
  report: reportTo,
  demo: makeDemo,
};

/** Runs a job by its name; the host's job table and this one are of one build. */
export async function runNamed(name: JobName, ask: unknown, progress: JobProgress): Promise<unknown> {
  const work: (ask: never, progress: JobProgress) => unknown = jobs[name];
  return await work(ask as never, progress);
}
