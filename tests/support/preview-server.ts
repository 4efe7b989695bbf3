/** A preview of a test's own: the real host in process, a page of one file, and raw requests as no browser would send them. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src-main/host/clock.ts';
import { createHost } from '../../src-main/host/host.ts';
import { openLog } from '../../src-main/host/log.ts';
import { nodeWorkers } from '../../src-main/host/node-workers.ts';
import { startPreview } from '../../src-main/preview/server.ts';
import { builtWorker } from './forked-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface TestPreview {
  readonly folder: string;
  readonly address: string;
  readonly host: string;
  readonly origin: string;
  /** Sends exactly these headers (and a right Host unless told otherwise). */
  send(asked: Asked): Promise<Answer>;
  /** A cookie as a browser holds it after the first address. */
  cookie(): Promise<string>;
}

export { builtWorker };

function sender(port: number): TestPreview['send'] {
  return ({ method = 'GET', path = '/', headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      asking.on('error', reject);
      asking.end(body);
    });
}

export async function testPreview(): Promise<TestPreview> {
  const folder = temporaryFolder();
  const page = join(folder, 'page');
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>');
  const data = join(folder, 'data');
  const host = createHost({
    folder: data,
    spawnWorker: nodeWorkers(builtWorker),
    clock: systemClock,
    log: openLog(join(data, 'logs'), systemClock),
    version: 'test',
  });
  const uploads = join(data, 'uploads');
  const preview = await startPreview({
    host,
    page,
    uploads,
    version: 'test',
    port: 0,
    idleMs: 0,
    onIdle: () => undefined,
  });
  onTestFinished(async () => {
    await preview.close();
    await host.close();
  });
  const send = sender(preview.port);
  const origin = `http://127.0.0.1:${preview.port}`;
  return {
    folder: data,
    address: preview.address,
    host: `127.0.0.1:${preview.port}`,
    origin,
    send,
    cookie: async () => {
      const welcome = await send({ path: preview.address.slice(origin.length) });
      const [cookie = ''] = String(welcome.headers['set-cookie']).split(';');
      return cookie;
    },
  };
}
