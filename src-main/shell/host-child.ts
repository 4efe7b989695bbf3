/**
 * One run of the ledger host. The rule is Electron's utilityProcess, and the page talks to it over a port of its own. In
 * development and tests the host can run in an outside Node instead, where no port can go: then the shell relays.
 */

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { HostToShell, ShellToHost, ShellToWorker } from '../host/shell-messages.ts';
import { utilityWorkerFlags } from '../host/worker-flags.ts';

export interface HostChild {
  send(message: ShellToHost): void;
  /** Gives the page behind this port to the host. */
  attachPage(port: MessagePortMain): void;
  kill(): void;
}

export interface HostChildOptions {
  /** Where host.mjs, host-electron.mjs and worker.mjs lie. */
  readonly entries: string;
  readonly args: readonly string[];
  /** A Node binary to run the host in; null for the rule. */
  readonly outsideNode: string | null;
  onMessage(message: HostToShell): void;
  onExit(code: number | null): void;
}

export function startHostChild(options: HostChildOptions): HostChild {
  return options.outsideNode === null ? startUtility(options) : startOutside(options, options.outsideNode);
}

function startUtility(options: HostChildOptions): HostChild {
  const host = utilityProcess.fork(join(options.entries, 'host-electron.mjs'), [...options.args], {
    serviceName: 'Regulars ledger host',
  });
  const workers = new Map<string, Electron.UtilityProcess>();
  // The host cannot start processes itself here; the shell does, and hands each side one end of a channel.
  const startWorker = (id: string): void => {
    const worker = utilityProcess.fork(join(options.entries, 'worker.mjs'), [], {
      serviceName: 'Regulars worker',
      execArgv: [...utilityWorkerFlags],
    });
    const { port1, port2 } = new MessageChannelMain();
    const greeting: ShellToWorker = { kind: 'attach-host' };
    workers.set(id, worker);
    worker.once('exit', (code) => {
      workers.delete(id);
      host.postMessage({ kind: 'worker-exited', id, code } satisfies ShellToHost);
    });
    worker.postMessage(greeting, [port1]);
    host.postMessage({ kind: 'worker-ready', id } satisfies ShellToHost, [port2]);
  };
  host.on('message', (message: HostToShell) => {
    if (message.kind === 'worker-wanted') startWorker(message.id);
    else if (message.kind === 'worker-kill') killAtOnce(workers.get(message.id));
    else options.onMessage(message);
  });
  host.once('exit', (code) => {
    // Work without a host has nobody to answer to, and would keep the ledger from the next one.
    for (const worker of workers.values()) killAtOnce(worker);
    options.onExit(code);
  });
  return {
    send: (message) => host.postMessage(message),
    attachPage: (port) => host.postMessage({ kind: 'attach-page' } satisfies ShellToHost, [port]),
    kill: () => killAtOnce(host),
  };
}

/** Electron's own kill asks politely; a process deep in a statement or a loop would not hear it. */
function killAtOnce(child: Electron.UtilityProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    // It ended on its own a moment ago.
  }
}

function startOutside(options: HostChildOptions, node: string): HostChild {
  const host = fork(join(options.entries, 'host.mjs'), [...options.args], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const pages = new Map<string, MessagePortMain>();
  let lastPage = 0;
  const send = (message: ShellToHost): void => {
    // A message to a host that just died is lost, as it would be on any link; onExit tells everyone.
    if (host.connected) host.send(message, () => undefined);
  };
  host.on('message', (message: HostToShell) => {
    if (message.kind === 'page') pages.get(message.page)?.postMessage(message.message);
    else options.onMessage(message);
  });
  let over = false;
  const end = (code: number | null): void => {
    if (over) return;
    over = true;
    for (const port of pages.values()) port.close();
    pages.clear();
    options.onExit(code);
  };
  host.once('exit', (code) => end(code));
  host.once('error', () => end(null));
  return {
    send,
    attachPage: (port) => {
      lastPage += 1;
      const page = `page-${lastPage}`;
      pages.set(page, port);
      port.on('message', (event) => send({ kind: 'page', page, message: event.data as unknown }));
      port.on('close', () => {
        if (pages.delete(page)) send({ kind: 'page-closed', page });
      });
      port.start();
    },
    kill: () => host.kill('SIGKILL'),
  };
}
