/** Workers under Node: the host forks them itself. For the preview, the command line, and tests. */

import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processLink } from './process-link.ts';
import type { SpawnWorker, WorkerProcess } from './spawn-worker.ts';
import { workerEnvironment, workerFlags } from './worker-flags.ts';

const LONGEST_WORDS = 4000;

/** dist/main/worker.mjs: beside the running bundle, or one folder up when the bundle was split into chunks. */
export function workerBundle(here: string): string {
  const folder = dirname(fileURLToPath(here));
  const candidates = [join(folder, 'worker.mjs'), join(folder, '..', 'worker.mjs')];
  return candidates.find((path) => existsSync(path)) ?? join(folder, 'worker.mjs');
}

/** A worker over a process that somebody started with messages and a pipe for its last words. */
export function workerOver(child: ChildProcess): WorkerProcess {
  const link = processLink(child);
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LONGEST_WORDS);
  });
  let onExit: (code: number | null) => void = () => undefined;
  let code: number | null = null;
  // A child's last messages may come after its exit; `disconnect` comes after the messages.
  let ends = 0;
  const ended = (): void => {
    ends += 1;
    if (ends === 2) onExit(code);
  };
  link.onClose(ended);
  child.on('exit', (found) => {
    code = found;
    ended();
  });
  child.on('error', () => {
    // Could not be started at all: neither exit nor disconnect will come.
    ends = 1;
    ended();
  });
  return {
    link,
    lastWords: () => words,
    kill: () => {
      child.kill('SIGKILL');
    },
    onExit: (listener) => {
      onExit = listener;
    },
  };
}

export function nodeWorkers(bundle: string): SpawnWorker {
  return {
    start: () => {
      const child = fork(bundle, [], {
        serialization: 'advanced',
        execArgv: [...workerFlags],
        env: workerEnvironment(process.env),
        // Nothing of a worker belongs on a person's terminal; what it says when it dies goes to the log.
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      return Promise.resolve(workerOver(child));
    },
  };
}
