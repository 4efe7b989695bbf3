/** The command line: one call of the contract per command, through the same host as the window. */

import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { BugReport, clientOver } from '../../src-shared/link/client.ts';
import { directLink } from '../../src-shared/link/direct-link.ts';
import { Problem, type ProblemOnWire, problemOnWire } from '../../src-shared/problem.ts';
import { type Language, problemSentences } from '../../src-shared/problem-texts.ts';
import { systemClock } from '../host/clock.ts';
import { defaultDataFolder } from '../host/data-folder.ts';
import { openLog } from '../host/log.ts';
import { nodeWorkers, workerBundle } from '../host/node-workers.ts';
import { openHost } from '../host/open-host.ts';
import { type Invocation, isCommand, languageOf, readArguments } from './arguments.ts';
import { commands } from './commands/index.ts';
import type { Desk, Outcome } from './desk.ts';
import { helpText } from './help.ts';

const exitCodes = { done: 0, problem: 1, bug: 70 } as const;

async function run(invocation: Invocation, show: (outcome: Outcome) => void): Promise<Outcome> {
  if (!isCommand(invocation.command)) {
    const help = helpText(invocation.language);
    const outcome = { value: { help }, text: help };
    show(outcome);
    return outcome;
  }
  const folder = resolve(invocation.data ?? defaultDataFolder(process.env, process.platform));
  mkdirSync(folder, { recursive: true });
  const clock = systemClock;
  const host = openHost({
    folder,
    spawnWorker: nodeWorkers(workerBundle(import.meta.url)),
    clock,
    log: openLog(folder, clock),
    version: __VERSION__,
  });
  const link = directLink();
  host.serve(link.a);
  const client = clientOver(link.b);
  const desk: Desk = {
    client,
    invocation,
    today: clock.today(),
    ticketFor: (path) => host.tickets.giveFile(resolve(path)).ticket,
    targetFor: (path) => host.tickets.giveTarget(resolve(path)).ticket,
    notice: (text) => process.stderr.write(`${text}\n`),
  };
  try {
    const outcome = await commands[invocation.command](desk);
    show(outcome);
    // The answer stands; whoever an import touched is made findable before the program ends. Ended sooner, the next one goes on.
    await host.indexed();
    return outcome;
  } finally {
    await host.close();
  }
}

function showProblem(problem: ProblemOnWire, json: boolean, language: Language): number {
  const sentences = problemSentences(problem);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ problem: { code: problem.code, details: problem.details, ...sentences } })}\n`,
    );
  else process.stderr.write(`${language === 'zh-CN' ? sentences.zh : sentences.en}\n`);
  return exitCodes.problem;
}

function showBug(error: unknown): number {
  const where = error instanceof BugReport ? ` (${error.reference})` : '';
  process.stderr.write(
    `程序故障，账本没有动 · a fault of the program${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return exitCodes.bug;
}

async function main(argv: readonly string[]): Promise<number> {
  // Known before the words are understood, so that even a wrong word is answered in the wished form.
  const json = argv.includes('--json');
  const language = languageOf(process.env);
  try {
    const outcome = await run(readArguments(argv, process.env), ({ value, text }) =>
      process.stdout.write(`${json ? JSON.stringify(value) : text}\n`),
    );
    return outcome.failed === true ? exitCodes.problem : exitCodes.done;
  } catch (error) {
    return error instanceof Problem ? showProblem(problemOnWire(error), json, language) : showBug(error);
  }
}

process.exitCode = await main(process.argv.slice(2));
