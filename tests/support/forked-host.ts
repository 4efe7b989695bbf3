/** The built host in a process of its own, as the shell starts it where Electron's Node cannot: contract over process messages. */

import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { processLink } from '../../src-main/host/process-link.ts';
import type { HostToShell, ShellToHost } from '../../src-main/host/shell-messages.ts';
import { type Client, clientOver } from '../../src-shared/link/client.ts';
import { Problem } from '../../src-shared/problem.ts';

const bundle = fileURLToPath(new URL('../../dist/main/host.mjs', import.meta.url));
export const builtWorker = fileURLToPath(new URL('../../dist/main/worker.mjs', import.meta.url));

export interface BuiltHost {
  readonly client: Client;
  readonly child: ChildProcess;
  /** Sends anything at all, for messages no client would send. */
  sendRaw(message: unknown): void;
  /** The next raw message that fits. */
  nextRaw(fits: (message: unknown) => boolean): Promise<unknown>;
  ticketFor(path: string): Promise<string>;
  targetFor(path: string): Promise<string>;
  /** Ends it as the shell does, and waits. */
  close(): Promise<void>;
  /** Ends it as a power cut does, and waits. */
  kill(): Promise<void>;
}

type Question = Extract<ShellToHost, { kind: 'give-file' | 'give-target' }>;

function isAnswer(value: unknown): value is HostToShell {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

export interface HostSettings {
  readonly env?: Readonly<Record<string, string>>;
}

/** Whoever calls this ends it; tests call `startHost`, which does. */
export function forkHost(folder: string, settings: HostSettings = {}): BuiltHost {
  if (!existsSync(bundle)) throw new Error('build first: node src-main/start/build.ts');
  const child = fork(bundle, ['--data', folder, '--version', 'test'], {
    serialization: 'advanced',
    env: { ...process.env, ...settings.env },
    execArgv: [],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const link = processLink(child);
  const listeners = new Set<(message: unknown) => void>();
  child.on('message', (message) => {
    for (const listener of listeners) listener(message);
  });
  const nextRaw: BuiltHost['nextRaw'] = (fits) =>
    new Promise((resolve) => {
      const listener = (message: unknown): void => {
        if (!fits(message)) return;
        listeners.delete(listener);
        resolve(message);
      };
      listeners.add(listener);
    });
  const ask = async (question: Question): Promise<string> => {
    const answer = nextRaw((message) => isAnswer(message) && 'id' in message && message.id === question.id);
    link.send(question);
    // A host that ends meanwhile answers nothing any more.
    const ended = gone.then(() => Promise.reject(new Problem('ledger-restarted', {})));
    const found = await Promise.race([answer, ended]);
    if (!isAnswer(found)) throw new Error('no answer');
    // The host sent a Problem of the catalogue with its details.
    if (found.kind === 'problem') throw new Problem(found.problem.code, found.problem.details as never);
    if (found.kind !== 'file-ticket' && found.kind !== 'target-ticket') throw new Error(found.kind);
    return found.ticket.ticket;
  };
  return {
    client: clientOver(link),
    child,
    sendRaw: (message) => link.send(message),
    nextRaw,
    ticketFor: (path) => ask({ kind: 'give-file', id: randomUUID(), path }),
    targetFor: (path) => ask({ kind: 'give-target', id: randomUUID(), path }),
    close: async () => {
      link.send({ kind: 'close' } satisfies ShellToHost);
      await gone;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The processes the host has started: Linux tells of children in /proc. Nothing elsewhere, and once the host is gone. */
export function workersOf(host: BuiltHost): readonly number[] {
  const path = `/proc/${host.child.pid}/task/${host.child.pid}/children`;
  try {
    return readFileSync(path, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Waits for the first process the host starts. */
export async function workerOf(host: BuiltHost): Promise<number> {
  for (let turn = 0; turn < 400; turn += 1) {
    const [found] = workersOf(host);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no worker was started');
}

/** A worker ends by itself when its host is gone. Resolves when it has; throws when it outlives it by ten seconds. */
export async function gone(pid: number): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the worker outlived its host');
}
