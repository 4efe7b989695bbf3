/** Serves the built page, and nothing else: the list of its files is made once, so no path can lead outside. */

import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { sendText, strictHeaders } from './wire.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export interface StaticPage {
  /** False when the page has no such file. */
  serve(pathname: string, response: ServerResponse): boolean;
}

export function staticPage(folder: string): StaticPage {
  const known = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || types[extname(entry.name)] === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    known.set(`/${relative(folder, path).split(sep).join('/')}`, path);
  }
  return {
    serve: (pathname, response) => {
      const path = known.get(pathname === '/' ? '/index.html' : pathname);
      if (path === undefined) return false;
      try {
        const body = readFileSync(path);
        response.writeHead(200, { ...strictHeaders, 'Content-Type': types[extname(path)] ?? 'text/plain' });
        response.end(body);
      } catch {
        // Built anew while the server runs: the old name is gone.
        sendText(response, 404, 'Gone. Load the page again.');
      }
      return true;
    },
  };
}
