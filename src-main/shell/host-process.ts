/** Keeps a ledger host running: starts it, starts it again when it ends, and asks it about files. Between main and host-child. */

import type { MessagePortMain } from 'electron';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { HostToShell, ShellToHost } from '../host/shell-messages.ts';
import { type HostChild, startHostChild } from './host-child.ts';

export interface HostProcess {
  isUp(): boolean;
  attachPage(port: MessagePortMain): void;
  giveFile(path: string): Promise<FileTicket>;
  giveTarget(path: string): Promise<FileTicket>;
  pathOfTicket(ticket: string): Promise<string>;
  /** Lets the host finish; it is stopped when it does not within a moment. */
  close(): Promise<void>;
}

export interface HostProcessOptions {
  readonly entries: string;
  readonly dataFolder: string;
  readonly version: string;
  readonly outsideNode: string | null;
  /** `again` is true for every start but the first. */
  onUp(again: boolean): void;
  onDown(): void;
}

interface Asker {
  resolve(answer: HostToShell): void;
  reject(reason: Error): void;
}

const firstPauseMs = 200;
const longestPauseMs = 10_000;
/** A host that lived this long was well: the next pause is short again. */
const wellAfterMs = 30_000;
const finishWithinMs = 3_000;

export function startHost(options: HostProcessOptions): HostProcess {
  const askers = new Map<string, Asker>();
  let child: HostChild | null = null;
  let up = false;
  let starts = 0;
  let pauseMs = firstPauseMs;
  let lastQuestion = 0;
  let onClosed: (() => void) | null = null;

  const hear = (message: HostToShell): void => {
    if (message.kind === 'ready') {
      up = true;
      options.onUp(starts > 1);
    } else if ('id' in message) {
      const asker = askers.get(message.id);
      askers.delete(message.id);
      if (message.kind !== 'problem') asker?.resolve(message);
      else asker?.reject(new Problem(message.problem.code, message.problem.details as never));
    }
  };

  const start = (): void => {
    starts += 1;
    const startedMs = performance.now();
    child = startHostChild({
      entries: options.entries,
      args: ['--data', options.dataFolder, '--version', options.version],
      outsideNode: options.outsideNode,
      onMessage: hear,
      onExit: () => {
        child = null;
        up = false;
        for (const asker of askers.values()) asker.reject(new Problem('ledger-restarted', {}));
        askers.clear();
        if (onClosed !== null) return onClosed();
        options.onDown();
        pauseMs = performance.now() - startedMs > wellAfterMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
        setTimeout(() => {
          if (onClosed === null) start();
        }, pauseMs);
      },
    });
  };

  const ask = async (question: (id: string) => ShellToHost): Promise<HostToShell> => {
    if (child === null || !up) throw new Problem('ledger-restarted', {});
    lastQuestion += 1;
    const id = `ask-${lastQuestion}`;
    const { promise, resolve, reject } = Promise.withResolvers<HostToShell>();
    askers.set(id, { resolve, reject });
    child.send(question(id));
    return promise;
  };
  const askTicket = async (question: (id: string) => ShellToHost): Promise<FileTicket> => {
    const answer = await ask(question);
    if (answer.kind !== 'file-ticket' && answer.kind !== 'target-ticket')
      throw new Error(`${answer.kind} is no ticket`);
    return answer.ticket;
  };

  start();
  return {
    isUp: () => up,
    attachPage: (port) => child?.attachPage(port),
    giveFile: (path) => askTicket((id) => ({ kind: 'give-file', id, path })),
    giveTarget: (path) => askTicket((id) => ({ kind: 'give-target', id, path })),
    pathOfTicket: async (ticket) => {
      const answer = await ask((id) => ({ kind: 'path-of-ticket', id, ticket }));
      if (answer.kind !== 'path') throw new Error(`${answer.kind} is no path`);
      return answer.path;
    },
    close: () =>
      new Promise((resolve) => {
        onClosed = resolve;
        if (child === null) return resolve();
        const stubborn = child;
        setTimeout(() => stubborn.kill(), finishWithinMs);
        child.send({ kind: 'close' });
      }),
  };
}
