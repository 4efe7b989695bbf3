/** A ledger host without a ledger, for journeys about the shell alone. Speaks what src-main/host/shell-messages.ts says, both ways. */

import { statSync } from 'node:fs';
import { basename } from 'node:path';

const parent = process.parentPort;
const paths = new Map();
const wantedWorkers = new Map();
const tell = (message) => (parent ? parent.postMessage(message) : process.send(message));

const methods = {
  'test.process': () => ({
    pid: process.pid,
    electron: process.versions.electron ?? null,
    args: process.argv.slice(2),
  }),
  'test.echo': (params) => params,
  'test.crash': () => process.exit(3),
  'test.never': () => new Promise(() => undefined),
  'test.worker': (params) =>
    new Promise((resolve) => {
      const id = `worker-${wantedWorkers.size + 1}`;
      wantedWorkers.set(id, { resolve, order: params.order });
      tell({ kind: 'worker-wanted', id });
    }),
};

async function serve(request, reply) {
  const method = methods[request.method];
  if (method === undefined) {
    const problem = { code: 'method-unknown', details: { method: request.method } };
    return reply({ kind: 'problem', id: request.id, problem });
  }
  reply({ kind: 'reply', id: request.id, result: await method(request.params) });
}

function giveTicket(kind, id, path, bytes) {
  const ticket = `ticket-${paths.size + 1}`;
  paths.set(ticket, path);
  tell({ kind, id, ticket: { ticket, name: basename(path), bytes } });
}

function fileTicket({ id, path }) {
  try {
    giveTicket('file-ticket', id, path, statSync(path).size);
  } catch {
    tell({ kind: 'problem', id, problem: { code: 'file-not-found', details: { name: basename(path) } } });
  }
}

function hear(message, port) {
  if (message.kind === 'attach-page') {
    port.on('message', (event) => serve(event.data, (answer) => port.postMessage(answer)));
    port.start();
  } else if (message.kind === 'page') {
    serve(message.message, (answer) => tell({ kind: 'page', page: message.page, message: answer }));
  } else if (message.kind === 'give-file') fileTicket(message);
  else if (message.kind === 'give-target') giveTicket('target-ticket', message.id, message.path, 0);
  else if (message.kind === 'path-of-ticket')
    tell({ kind: 'path', id: message.id, path: paths.get(message.ticket) ?? '' });
  else if (message.kind === 'worker-ready') {
    const wanted = wantedWorkers.get(message.id);
    port.on('message', (event) => {
      wanted.result = event.data;
      if (wanted.order === 'be-killed') tell({ kind: 'worker-kill', id: message.id });
    });
    port.start();
    port.postMessage(wanted.order);
  } else if (message.kind === 'worker-exited') {
    const wanted = wantedWorkers.get(message.id);
    wanted.resolve({ answer: wanted.result, code: message.code });
  } else if (message.kind === 'close') process.exit(0);
}

if (parent) parent.on('message', (event) => hear(event.data, event.ports[0]));
else {
  process.on('message', (message) => hear(message));
  process.on('disconnect', () => process.exit(0));
}
tell({ kind: 'ready', problem: null });
