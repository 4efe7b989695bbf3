/** Files the browser gives and takes: uploads become tickets, save targets become downloads. All lie in `uploads/` and do not outlive the server. */

import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { type HttpTarget, httpPaths } from '../../src-shared/link/http-wire.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Tickets } from '../host/tickets.ts';
import { problemBehind } from '../ledger/sqlite-problems.ts';
import { sendText, strictHeaders } from './wire.ts';

const MOST_BYTES = 2_000_000_000;
const LONGEST_NAME = 200;

export interface Uploads {
  take(name: string, request: IncomingMessage): Promise<FileTicket>;
  makeTarget(name: string): HttpTarget;
  download(ticket: string, response: ServerResponse): void;
  /** After an import its files are not needed any more. */
  dropTaken(): void;
  close(): void;
}

/** The name a person sees: its last part, without what no file is called. */
function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').slice(-LONGEST_NAME) || 'file';
}

/** Ends a stream that is longer than any order file. */
function capped(name: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > MOST_BYTES) done(new Problem('file-too-large-unpacked', { name, limit: '2 GB' }));
      else done(null, part);
    },
  });
}

export function makeUploads(folder: string, tickets: Tickets): Uploads {
  const taken = new Map<string, string>();
  const fresh = (): string => {
    mkdirSync(folder, { recursive: true });
    return join(folder, randomBytes(12).toString('hex'));
  };
  return {
    take: async (given, request) => {
      const name = tidyName(given);
      const path = fresh();
      try {
        await pipeline(request, capped(name), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        rmSync(path, { force: true });
        const problem = problemBehind(error, folder);
        // Anything else is a browser that hung up.
        throw problem instanceof Problem ? problem : new Problem('file-unreadable', { name });
      }
      const ticket = tickets.giveFile(path, name);
      taken.set(ticket.ticket, path);
      return ticket;
    },
    makeTarget: (given) => {
      const target = tickets.giveTarget(fresh(), tidyName(given)).ticket;
      return { target, download: `${httpPaths.download}${target}` };
    },
    download: (ticket, response) => {
      let file: { readonly name: string; readonly path: string };
      try {
        file = tickets.target(ticket);
        statSync(file.path);
      } catch {
        sendText(response, 404, 'There is no such file.');
        return;
      }
      response.writeHead(200, {
        ...strictHeaders,
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      });
      pipeline(createReadStream(file.path), response).catch(() => response.destroy());
    },
    dropTaken: () => {
      for (const [ticket, path] of taken) {
        tickets.forget(ticket);
        rmSync(path, { force: true });
      }
      taken.clear();
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
