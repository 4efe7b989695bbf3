/** The asking side of a link: calls with replies, events with listeners. */

import type { EventDetail, EventName } from '../contract/events.ts';
import type { MethodName, ParamsOf, ResultOf } from '../contract/index.ts';
import { Problem } from '../problem.ts';
import type { Link } from './link.ts';
import { isMessage } from './messages.ts';

/** A failure that is ours: shown as one calm line with "copy details". */
export class BugReport extends Error {
  readonly reference: string;

  constructor(message: string, reference: string) {
    super(message);
    this.name = 'BugReport';
    this.reference = reference;
  }
}

export interface Client {
  /** Rejects with a Problem (expected), a BugReport (ours), or a Problem `ledger-restarted` when the link ends. */
  call<Name extends MethodName>(method: Name, params: ParamsOf<Name>): Promise<ResultOf<Name>>;
  /** Returns the way to stop listening. */
  subscribe<Name extends EventName>(name: Name, listener: (detail: EventDetail<Name>) => void): () => void;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: Error): void;
}

export function clientOver(link: Link): Client {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<(detail: never) => void>>();
  let lastId = 0;
  let closed = false;

  link.onMessage((message) => {
    if (!isMessage(message) || message.kind === 'request') return;
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.name) ?? []) listener(message.detail as never);
      return;
    }
    const caller = waiting.get(message.id);
    if (caller === undefined) return;
    waiting.delete(message.id);
    if (message.kind === 'reply') caller.resolve(message.result);
    else if (message.kind === 'problem')
      caller.reject(new Problem(message.problem.code, message.problem.details as never));
    else caller.reject(new BugReport(message.message, message.reference));
  });
  link.onClose(() => {
    closed = true;
    for (const caller of waiting.values()) caller.reject(new Problem('ledger-restarted', {}));
    waiting.clear();
  });

  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Problem('ledger-restarted', {}));
          return;
        }
        lastId += 1;
        waiting.set(lastId, { resolve: resolve as (result: unknown) => void, reject });
        link.send({ kind: 'request', id: lastId, method, params });
      }),
    subscribe: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener as (detail: never) => void));
      return () => known.delete(listener as (detail: never) => void);
    },
    close: () => link.close(),
  };
}
