/** The host's conversation with the shell: attaching pages, tickets for paths, the end. The same over process messages and over a utility process's port. */

import { join } from 'node:path';
import { ledgerContract } from '../../src-shared/contract/index.ts';
import type { Link } from '../../src-shared/link/link.ts';
import { isMessage } from '../../src-shared/link/messages.ts';
import { type ServeOptions, serveOver } from '../../src-shared/link/serve.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import { systemClock } from './clock.ts';
import { createHost, type Host } from './host.ts';
import { openLog } from './log.ts';
import { type Port, portLink } from './port-link.ts';
import { type HostArguments, type HostToShell, isShellMessage, type ShellToHost } from './shell-messages.ts';
import type { SpawnWorker } from './spawn-worker.ts';

export interface ShellSide extends HostArguments {
  readonly spawnWorker: SpawnWorker;
  readonly shell: Pick<Link, 'send'>;
  listenToShell(listener: (message: unknown, ports: readonly Port[]) => void): void;
}

/** Serves pages; a host that could not open its ledger answers every call with the Problem. */
interface Serving {
  readonly host: Host | null;
  readonly problem: Problem | null;
  serve(link: Link): void;
}

function refusing(problem: Problem): ServeOptions {
  const refuse = (): never => {
    throw problem;
  };
  return {
    methods: ledgerContract,
    handlers: Object.fromEntries(Object.keys(ledgerContract).map((name) => [name, refuse])),
    checkResults: false,
    onBug: () => '',
  };
}

function begin(side: ShellSide): Serving {
  const { folder, version, spawnWorker } = side;
  const log = openLog(join(folder, 'logs'), systemClock);
  try {
    const host = createHost({ folder, version, spawnWorker, clock: systemClock, log });
    return { host, problem: null, serve: (link) => host.serve(link) };
  } catch (error) {
    if (!(error instanceof Problem)) {
      log.bug('start', error);
      throw error;
    }
    const options = refusing(error);
    return { host: null, problem: error, serve: (link) => serveOver(link, options) };
  }
}

/** A page behind the relay: its messages come and go inside `page` messages. */
interface RelayedPage {
  receive(message: unknown): void;
  close(): void;
}

function relayedPage(serving: Serving, send: (message: unknown) => void): RelayedPage {
  let listener: (message: unknown) => void = () => undefined;
  let onClose: () => void = () => undefined;
  serving.serve({
    send,
    onMessage: (next) => {
      listener = next;
    },
    onClose: (next) => {
      onClose = next;
    },
    close: () => undefined,
  });
  return { receive: (message) => listener(message), close: () => onClose() };
}

function answerShell(host: Host | null, problem: Problem | null, message: ShellToHost): HostToShell | null {
  if (!('id' in message)) return null;
  const { id } = message;
  try {
    if (message.kind === 'data-folder' && host !== null) return { kind: 'path', id, path: host.folder };
    if (host === null) throw problem ?? new Problem('ledger-restarted', {});
    if (message.kind === 'give-file') return { kind: 'file-ticket', id, ticket: host.tickets.giveFile(message.path) };
    if (message.kind === 'give-target')
      return { kind: 'target-ticket', id, ticket: host.tickets.giveTarget(message.path) };
    if (message.kind === 'path-of-ticket') return { kind: 'path', id, path: host.tickets.pathOf(message.ticket) };
    return null;
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', id, problem: problemOnWire(error) };
    throw error;
  }
}

export function serveShell(side: ShellSide): void {
  const serving = begin(side);
  const pages = new Map<string, RelayedPage>();
  const say = (message: HostToShell): void => side.shell.send(message);
  // Without a shell (tests), the parent is itself the one page: its messages are the contract's own.
  const parent = relayedPage(serving, (message) => side.shell.send(message));
  const pageOf = (page: string): RelayedPage => {
    const known = pages.get(page) ?? relayedPage(serving, (message) => say({ kind: 'page', page, message }));
    pages.set(page, known);
    return known;
  };
  side.listenToShell((message, ports) => {
    if (isMessage(message)) parent.receive(message);
    if (!isShellMessage(message)) return;
    const port = ports[0];
    if (message.kind === 'attach-page' && port !== undefined) serving.serve(portLink(port));
    else if (message.kind === 'page') pageOf(message.page).receive(message.message);
    else if (message.kind === 'page-closed') {
      pages.get(message.page)?.close();
      pages.delete(message.page);
    } else if (message.kind === 'close') {
      void Promise.resolve(serving.host?.close()).then(() => process.exit(0));
    } else {
      const answer = answerShell(serving.host, serving.problem, message);
      if (answer !== null) say(answer);
    }
  });
  say({ kind: 'ready', problem: serving.problem === null ? null : problemOnWire(serving.problem) });
}
