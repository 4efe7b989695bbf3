/** The answering side of a link: checks the params of every call, runs the handler, answers. */

import type { EventDetail, EventName } from '../contract/events.ts';
import type { Method } from '../contract/method.ts';
import { Problem, problemOnWire } from '../problem.ts';
import type { Link } from './link.ts';
import { isMessage } from './messages.ts';

export type Handler = (params: never) => unknown;

export interface ServeOptions {
  readonly methods: Readonly<Record<string, Method>>;
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Also parse what handlers return: in development and tests. */
  readonly checkResults: boolean;
  /** Told of every bug; returns the reference under which the log keeps it. */
  onBug(method: string, error: unknown): string;
}

export interface Server {
  emit<Name extends EventName>(name: Name, detail: EventDetail<Name>): void;
}

/** Runs one call; shared by every front door that has no link (the command line). */
export async function answer(options: ServeOptions, name: string, params: unknown): Promise<unknown> {
  const method = Object.hasOwn(options.methods, name) ? options.methods[name] : undefined;
  const handler = Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined;
  if (method === undefined || handler === undefined)
    throw new Problem('method-unknown', { method: name.slice(0, 100) });
  const parsed = method.params.safeParse(params);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ');
    throw new Problem('params-invalid', { method: name, where: where.slice(0, 200) });
  }
  const result = await handler(parsed.data as never);
  return options.checkResults ? method.result.parse(result) : result;
}

export function serveOver(link: Link, options: ServeOptions): Server {
  link.onMessage((message) => {
    if (!isMessage(message) || message.kind !== 'request') return;
    const { id } = message;
    answer(options, String(message.method), message.params).then(
      (result) => link.send({ kind: 'reply', id, result }),
      (error: unknown) => {
        if (error instanceof Problem) {
          link.send({ kind: 'problem', id, problem: problemOnWire(error) });
          return;
        }
        const reference = options.onBug(message.method, error);
        link.send({ kind: 'bug', id, message: error instanceof Error ? error.message : String(error), reference });
      },
    );
  });
  return { emit: (name, detail) => link.send({ kind: 'event', name, detail }) };
}
