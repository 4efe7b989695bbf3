/** Opaque files: pages and reports see a ticket, only the host knows the path behind it. */

import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { FilePart } from './job-table.ts';

export interface KnownFile extends FileTicket, FilePart {
  readonly path: string;
}

export interface Tickets {
  /** A ticket for a file to read. `name` is what the person calls it, where the path says otherwise (an upload). */
  giveFile(path: string, name?: string): FileTicket;
  /** A ticket for a table within a file that has one. */
  givePart(ticket: string, part: FilePart, name: string, bytes: number): FileTicket;
  /** A ticket for a place to write to. */
  giveTarget(path: string, name?: string): FileTicket;
  file(ticket: string): KnownFile;
  target(ticket: string): KnownFile;
  /** Either kind. */
  pathOf(ticket: string): string;
  forget(ticket: string): void;
}

// More than anybody drops in one sitting; the oldest go first, so a page that asks for ever more fills no memory.
const MOST = 10_000;

function remember(book: Map<string, KnownFile>, known: KnownFile): FileTicket {
  book.set(known.ticket, known);
  const oldest = book.keys().next();
  if (book.size > MOST && oldest.done !== true) book.delete(oldest.value);
  return { ticket: known.ticket, name: known.name, bytes: known.bytes };
}

function bytesOf(path: string, name: string): number {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) throw new Problem('file-not-found', { name });
  if (facts.isDirectory()) throw new Problem('file-is-folder', { name });
  // A pipe or a device never ends.
  if (!facts.isFile()) throw new Problem('file-unreadable', { name });
  return facts.size;
}

export function makeTickets(): Tickets {
  const files = new Map<string, KnownFile>();
  const targets = new Map<string, KnownFile>();
  const fresh = (): string => randomBytes(18).toString('base64url');
  const find = (book: Map<string, KnownFile>, ticket: string): KnownFile => {
    const known = book.get(ticket);
    if (known === undefined) throw new Problem('ticket-unknown', { ticket: ticket.slice(0, 64) });
    return known;
  };
  return {
    giveFile: (path, name = basename(path)) => {
      return remember(files, { ticket: fresh(), name, bytes: bytesOf(path, name), path });
    },
    givePart: (ticket, part, name, bytes) => {
      const { path } = find(files, ticket);
      return remember(files, { ticket: fresh(), name, bytes, path, ...part });
    },
    giveTarget: (path, name = basename(path)) => remember(targets, { ticket: fresh(), name, bytes: 0, path }),
    file: (ticket) => find(files, ticket),
    target: (ticket) => find(targets, ticket),
    pathOf: (ticket) => (targets.get(ticket) ?? find(files, ticket)).path,
    forget: (ticket) => {
      files.delete(ticket);
      targets.delete(ticket);
    },
  };
}
