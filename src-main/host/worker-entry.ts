/**
 * The process of one job. Started by fork (messages of the process), or by Electron's shell as a utility process, which
 * hands it a port. It does its one job, answers, and ends.
 */

import { setTimeout as delay } from 'node:timers/promises';
import type { Link } from '../../src-shared/link/link.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import type { JobName } from './job-table.ts';
import { type JobProgress, runNamed } from './jobs.ts';
import { parentPortOf } from './parent-port.ts';
import { portLink } from './port-link.ts';
import { processLink, sendLast } from './process-link.ts';
import { type FromWorker, isToWorker, type Phase } from './worker-messages.ts';

const MOST_BYTES = 1_500_000_000;
const LOOK_EVERY_MS = 250;
/** Long enough for the last message to leave by a port, which has no acknowledgement. */
const LINGER_MS = 50;
const REPORT_EVERY_MS = 50;

/** The host's end, and how the last message is sent so that it arrives before the process is gone. */
interface Host {
  readonly link: Link;
  sendLast(message: FromWorker): Promise<void>;
}

let cancelled = false;
let ending = false;
/** It said all it has to say; what follows is tidying up. */
let answered = false;

function end(host: Host, last: FromWorker): void {
  if (ending) return;
  ending = true;
  const left = answered ? delay(LINGER_MS) : host.sendLast(last);
  void left.then(() => process.exit(0));
}

/** Sends progress on, but not every row's. */
function reporter(link: Link): JobProgress {
  let phaseBefore: Phase | null = null;
  let sentMs = 0;
  return {
    report: (phase, done, total) => {
      const nowMs = performance.now();
      if (phase === phaseBefore && nowMs - sentMs < REPORT_EVERY_MS) return;
      phaseBefore = phase;
      sentMs = nowMs;
      link.send({ kind: 'progress', phase, done, total } satisfies FromWorker);
    },
    cancelled: () => cancelled,
    answered: (answer) => {
      answered = true;
      link.send({ kind: 'done', answer } satisfies FromWorker);
    },
  };
}

/** A file that unpacks to more than the machine should give is refused before the machine suffers. */
function watchMemory(host: Host): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_BYTES) end(host, { kind: 'too-large' });
  }, LOOK_EVERY_MS).unref();
}

async function carryOut(host: Host, name: JobName, ask: unknown): Promise<void> {
  try {
    end(host, { kind: 'done', answer: await runNamed(name, ask, reporter(host.link)) });
  } catch (error) {
    if (error instanceof Problem) end(host, { kind: 'failed', problem: problemOnWire(error) });
    else {
      const bug = error instanceof Error ? error : new Error(String(error));
      end(host, { kind: 'broken', message: bug.message, stack: bug.stack ?? bug.message });
    }
  }
}

function workFor(host: Host): void {
  let begun = false;
  watchMemory(host);
  host.link.onMessage((message) => {
    if (!isToWorker(message)) return;
    if (message.kind === 'cancel') cancelled = true;
    else if (!begun) {
      begun = true;
      void carryOut(host, message.name, message.ask);
    }
  });
  // Nobody is left to answer: an unfinished transaction is forgotten.
  host.link.onClose(() => process.exit(0));
}

const parentPort = parentPortOf(process);
if (parentPort === null) {
  workFor({ link: processLink(process), sendLast: (message) => sendLast(process, message) });
} else {
  parentPort.on('message', (event) => {
    const port = event.ports[0];
    if (port === undefined) return;
    const link = portLink(port);
    const linger = (message: FromWorker): Promise<void> => {
      link.send(message);
      return delay(LINGER_MS);
    };
    workFor({ link, sendLast: linger });
  });
}
