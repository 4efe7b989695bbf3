/** The host's conversation with the shell: attaching pages, tickets for paths, the end. The same over process messages and over a utility process's port. */

import { join } from 'node:path';
import type { Link } from '../../src-shared/link/link.ts';
import { isMessage } from '../../src-shared/link/messages.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import { systemClock } from './clock.ts';
import type { Host } from './host.ts';
import { openLog } from './log.ts';
import { type OpenHost, openHost } from './open-host.ts';
import { type Port, portLink } from './port-link.ts';
import { type HostArguments, type HostToShell, isShellMessage, type ShellToHost } from './shell-messages.ts';
import type { SpawnWorker } from './spawn-worker.ts';

export interface ShellSide extends HostArguments {
  readonly spawnWorker: SpawnWorker;
  readonly shell: Pick<Link, 'send'>;
  listenToShell(listener: (message: unknown, ports: readonly Port[]) => void): void;
}

function begin(side: ShellSide): OpenHost {
  const { folder, version, spawnWorker } = side;
  const log = openLog(join(folder, 'logs'), systemClock);
  try {
    return openHost({ folder, version, spawnWorker, clock: systemClock, log });
  } catch (error) {
    log.bug('start', error);
    throw error;
  }
}

/** A page behind the relay: its messages come and go inside `page` messages. */
interface RelayedPage {
  receive(message: unknown): void;
  close(): void;
}

function relayedPage(host: Host, send: (message: unknown) => void): RelayedPage {
  let listener: (message: unknown) => void = () => undefined;
  let onClose: () => void = () => undefined;
  host.serve({
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

function answerShell(host: Host, message: ShellToHost): HostToShell | null {
  if (!('id' in message)) return null;
  const { id } = message;
  try {
    if (message.kind === 'data-folder') return { kind: 'path', id, path: host.folder };
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
  const host = begin(side);
  const pages = new Map<string, RelayedPage>();
  const say = (message: HostToShell): void => side.shell.send(message);
  // Without a shell (tests), the parent is itself the one page: its messages are the contract's own.
  const parent = relayedPage(host, (message) => side.shell.send(message));
  const pageOf = (page: string): RelayedPage => {
    const known = pages.get(page) ?? relayedPage(host, (message) => say({ kind: 'page', page, message }));
    pages.set(page, known);
    return known;
  };
  side.listenToShell((message, ports) => {
    if (isMessage(message)) parent.receive(message);
    if (!isShellMessage(message)) return;
    const port = ports[0];
    if (message.kind === 'attach-page' && port !== undefined) host.serve(portLink(port));
    else if (message.kind === 'page') pageOf(message.page).receive(message.message);
    else if (message.kind === 'page-closed') {
      pages.get(message.page)?.close();
      pages.delete(message.page);
    } else if (message.kind === 'close') {
      void host.close().then(() => process.exit(0));
    } else {
      const answer = answerShell(host, message);
      if (answer !== null) say(answer);
    }
  });
  const problem = host.problem();
  say({ kind: 'ready', problem: problem === null ? null : problemOnWire(problem) });
}
