/** A ledger host without a ledger, for journeys about the shell alone. Speaks what shell-messages.ts says, both ways. Needs no package. */

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { MessagePortMain, ParentPort } from 'electron';
import type { HostToShell, ShellToHost } from '../../../../src-main/host/shell-messages.ts';
import type { FromHost, Request } from '../../../../src-shared/link/messages.ts';

interface WantedWorker {
  readonly order: string;
  resolve(result: unknown): void;
  result: unknown;
}

// Absent in a plain Node.
const parent = Reflect.get(process, 'parentPort') as ParentPort | undefined;
const paths = new Map<string, string>();
const workers = new Map<string, WantedWorker>();

function tell(message: HostToShell): void {
  if (parent === undefined) process.send?.(message);
  else parent.postMessage(message);
}

const methods: Readonly<Record<string, (params: { readonly order?: string }) => unknown>> = {
  'test.process': () => ({
    pid: process.pid,
    electron: process.versions['electron'] ?? null,
    args: process.argv.slice(2),
  }),
  'test.echo': (params) => params,
  'test.never': () => new Promise(() => undefined),
  'test.worker': ({ order = '' }) =>
    new Promise((resolve) => {
      const id = `worker-${workers.size + 1}`;
      workers.set(id, { order, resolve, result: null });
      tell({ kind: 'worker-wanted', id });
    }),
};

async function serve(request: Request, reply: (answer: FromHost) => void): Promise<void> {
  const { id, method } = request;
  const known = methods[method];
  if (known === undefined) reply({ kind: 'problem', id, problem: { code: 'method-unknown', details: { method } } });
  else reply({ kind: 'reply', id, result: await known(request.params as { order?: string }) });
}

function giveTicket(kind: 'file-ticket' | 'target-ticket', id: string, path: string): void {
  try {
    const ticket = `ticket-${paths.size + 1}`;
    const bytes = kind === 'file-ticket' ? statSync(path).size : 0;
    paths.set(ticket, path);
    tell({ kind, id, ticket: { ticket, name: basename(path), bytes } });
  } catch {
    tell({ kind: 'problem', id, problem: { code: 'file-not-found', details: { name: basename(path) } } });
  }
}

function joinWorker(id: string, port: MessagePortMain): void {
  const worker = workers.get(id);
  if (worker === undefined) return;
  port.on('message', (event) => {
    worker.result = event.data;
    if (worker.order === 'be-killed') setTimeout(() => tell({ kind: 'worker-kill', id }), 200);
  });
  port.start();
  port.postMessage(worker.order);
}

function hear(message: ShellToHost, port: MessagePortMain | undefined): void {
  if (message.kind === 'attach-page') {
    port?.on('message', (event) => void serve(event.data as Request, (answer) => port.postMessage(answer)));
    port?.start();
  } else if (message.kind === 'page') {
    const { page } = message;
    void serve(message.message as Request, (answer) => tell({ kind: 'page', page, message: answer }));
  } else if (message.kind === 'give-file') giveTicket('file-ticket', message.id, message.path);
  else if (message.kind === 'give-target') giveTicket('target-ticket', message.id, message.path);
  else if (message.kind === 'path-of-ticket')
    tell({ kind: 'path', id: message.id, path: paths.get(message.ticket) ?? '' });
  else if (message.kind === 'worker-ready' && port !== undefined) joinWorker(message.id, port);
  else if (message.kind === 'worker-exited') {
    const worker = workers.get(message.id);
    worker?.resolve({ answer: worker.result, code: message.code });
  } else if (message.kind === 'close') process.exit(0);
}

if (parent === undefined) {
  process.on('message', (message) => hear(message as ShellToHost, undefined));
  process.on('disconnect', () => process.exit(0));
} else parent.on('message', (event) => hear(event.data as ShellToHost, event.ports[0]));
tell({ kind: 'ready', problem: null });
