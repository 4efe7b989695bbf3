/** The front door where no Electron can be had: the same host and the same page, in a browser, on 127.0.0.1 only. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpAnswer, type HttpEvent, type HttpInfo, httpPaths } from '../../src-shared/link/http-wire.ts';
import { answer } from '../../src-shared/link/serve.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import type { Host } from '../host/host.ts';
import { type Gate, makeGate } from './gate.ts';
import { type StaticPage, staticPage } from './static-page.ts';
import { makeUploads, type Uploads } from './uploads.ts';
import { readBody, sendJson, sendText, strictHeaders } from './wire.ts';

const MOST_CALL_BYTES = 8_000_000;
const KEEP_ALIVE_MS = 20_000;

export interface PreviewOptions {
  readonly host: Host;
  /** Folder of the built page. */
  readonly page: string;
  readonly uploads: string;
  readonly version: string;
  /** 0: any free one. */
  readonly port: number;
  /** No page open and nothing asked for this long: the server ends itself. 0: never. */
  readonly idleMs: number;
  onIdle(): void;
}

export interface Preview {
  /** The address to open, with its token. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Counter {
  readonly options: PreviewOptions;
  readonly uploads: Uploads;
  readonly page: StaticPage;
  readonly gate: Gate;
  /** Pages that listen for events. */
  readonly listening: Set<ServerResponse>;
  touch(): void;
}

async function call(counter: Counter, text: string): Promise<HttpAnswer> {
  const { serving } = counter.options.host;
  let method = '';
  try {
    const asked: unknown = JSON.parse(text);
    if (typeof asked !== 'object' || asked === null || !('method' in asked) || typeof asked.method !== 'string')
      throw new Problem('params-invalid', { method: '', where: 'method' });
    method = asked.method;
    const result = await answer(serving, method, 'params' in asked ? asked.params : undefined);
    if (method === 'imports.apply') counter.uploads.dropTaken();
    return { kind: 'reply', result };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', problem: problemOnWire(error) };
    if (error instanceof SyntaxError && method === '')
      return { kind: 'problem', problem: { code: 'params-invalid', details: { method: '', where: 'JSON' } } };
    const reference = serving.onBug(method, error);
    return { kind: 'bug', message: error instanceof Error ? error.message : String(error), reference };
  }
}

function listen(counter: Counter, response: ServerResponse): void {
  response.writeHead(200, { ...strictHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(': here\n\n');
  counter.listening.add(response);
  const stop = counter.options.host.listen((name, detail) => {
    response.write(`data: ${JSON.stringify({ name, detail } satisfies HttpEvent)}\n\n`);
  });
  const beat = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(beat);
    stop();
    counter.listening.delete(response);
    counter.touch();
  });
}

async function post(counter: Counter, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (url.pathname === httpPaths.upload) {
    const name = url.searchParams.get('name') ?? 'file';
    sendJson(response, 200, await counter.uploads.take(name, request));
    return;
  }
  if (url.pathname !== httpPaths.call && url.pathname !== httpPaths.target) {
    sendText(response, 404, 'There is nothing here.');
    return;
  }
  // A form cannot send this type, so no page can post here without asking first, and asking is refused.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    sendText(response, 415, 'A call is JSON.');
    return;
  }
  const text = await readBody(request, MOST_CALL_BYTES);
  if (text === null) sendText(response, 413, 'This call is too long.');
  else if (url.pathname === httpPaths.call) sendJson(response, 200, await call(counter, text));
  else sendJson(response, 200, counter.uploads.makeTarget(targetName(text)));
}

function targetName(text: string): string {
  try {
    const asked: unknown = JSON.parse(text);
    if (typeof asked === 'object' && asked !== null && 'name' in asked && typeof asked.name === 'string')
      return asked.name;
  } catch {
    // Not JSON: said below in the same words.
  }
  throw new Problem('params-invalid', { method: 'target', where: 'name' });
}

function get(counter: Counter, url: URL, response: ServerResponse): void {
  if (url.pathname === httpPaths.events) listen(counter, response);
  else if (url.pathname === httpPaths.info) {
    const info: HttpInfo = { version: counter.options.version, platform: process.platform };
    sendJson(response, 200, info);
  } else if (url.pathname.startsWith(httpPaths.download))
    counter.uploads.download(url.pathname.slice(httpPaths.download.length), response);
  else if (!counter.page.serve(url.pathname, response)) sendText(response, 404, 'There is nothing here.');
}

async function receive(counter: Counter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  counter.touch();
  const method = request.method ?? '';
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  if (url === null) {
    sendText(response, 400, 'This address cannot be read.');
    return;
  }
  const verdict = counter.gate.judge({ method, url, headers: request.headers });
  if (verdict.kind === 'refuse') sendText(response, verdict.status, verdict.why);
  else if (verdict.kind === 'welcome') {
    // The token leaves the address bar, the history and every later referrer.
    response.writeHead(303, { ...strictHeaders, Location: '/', 'Set-Cookie': verdict.cookie });
    response.end();
  } else if (method === 'POST') await post(counter, url, request, response);
  else get(counter, url, response);
}

function statusOf(problem: Problem): number {
  if (problem.code === 'file-too-large-unpacked') return 413;
  return problem.code === 'ledger-full' ? 507 : 400;
}

/** An idle server is nobody's: it ends rather than being left open. */
function watchIdle(options: PreviewOptions, listening: ReadonlySet<ServerResponse>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    if (options.idleMs === 0) return;
    timer = setTimeout(() => {
      if (listening.size === 0) options.onIdle();
    }, options.idleMs);
    timer.unref();
  };
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const server = createServer();
  const port = await listenOn(server, options.port);
  const listening = new Set<ServerResponse>();
  const counter: Counter = {
    options,
    uploads: makeUploads(options.uploads, options.host.tickets),
    page: staticPage(options.page),
    gate: makeGate(port),
    listening,
    touch: watchIdle(options, listening),
  };
  server.on('request', (request, response) => {
    receive(counter, request, response).catch((error: unknown) => {
      if (error instanceof Problem)
        sendJson(response, statusOf(error), { kind: 'problem', problem: problemOnWire(error) });
      else {
        options.host.serving.onBug('preview', error);
        if (!response.headersSent) sendText(response, 500, 'Something went wrong. The log has it.');
      }
    });
  });
  counter.touch();
  return {
    address: counter.gate.address,
    port,
    close: async () => {
      for (const response of listening) response.end();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      counter.uploads.close();
    },
  };
}
