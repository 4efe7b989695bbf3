/** The connection in the preview: calls by POST, events by a stream, files by upload, all to the address the page came from. */

import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import type { MethodName, ParamsOf, ResultOf, ShellMethod } from '../../src-shared/contract/index.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { BugReport } from '../../src-shared/link/client.ts';
import {
  type HttpAnswer,
  type HttpCall,
  type HttpEvent,
  type HttpRefusal,
  type HttpTarget,
  httpPaths,
} from '../../src-shared/link/http-wire.ts';
import { Problem } from '../../src-shared/problem.ts';
import { browserShell } from './browser-shell.ts';
import type { Connection } from './connection.ts';

/** The server is gone when nothing answers: the same to a page as a host that was restarted. */
async function reach(path: string, body: BodyInit, type: string): Promise<Response> {
  try {
    return await fetch(path, { method: 'POST', body, headers: { 'content-type': type }, credentials: 'same-origin' });
  } catch {
    throw new Problem('ledger-restarted', {});
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new BugReport(`${response.status} ${text.slice(0, 200)}`, '–');
  }
}

async function ask(method: string, params: unknown): Promise<unknown> {
  const call: HttpCall = { method, params };
  const response = await reach(httpPaths.call, JSON.stringify(call), 'application/json');
  // Our own server on the other side: http-wire is its word.
  const answer = (await readJson(response)) as HttpAnswer;
  if (answer.kind === 'reply') return answer.result;
  if (answer.kind === 'problem') throw new Problem(answer.problem.code, answer.problem.details as never);
  throw new BugReport(answer.message ?? response.statusText, answer.reference ?? '–');
}

async function accepted(response: Response): Promise<unknown> {
  const body = await readJson(response);
  if (response.ok) return body;
  const { problem } = body as HttpRefusal;
  if (problem === undefined) throw new BugReport(response.statusText, '–');
  throw new Problem(problem.code, problem.details as never);
}

async function upload(file: File): Promise<FileTicket> {
  const path = `${httpPaths.upload}?name=${encodeURIComponent(file.name)}`;
  return (await accepted(await reach(path, file, 'application/octet-stream'))) as FileTicket;
}

/** Save tickets and where their file can be fetched once it is written. */
function downloads() {
  const waiting = new Map<string, string>();
  return {
    saveTicket: async (name: string): Promise<string> => {
      const response = await reach(httpPaths.target, JSON.stringify({ name }), 'application/json');
      const { target, download } = (await accepted(response)) as HttpTarget;
      waiting.set(target, download);
      return target;
    },
    /** After a call that wrote to a target: the browser fetches the file. */
    finish: (params: object): void => {
      const target = 'target' in params ? String(params.target) : '';
      const path = waiting.get(target);
      if (path === undefined) return;
      waiting.delete(target);
      const anchor = document.createElement('a');
      anchor.href = path;
      anchor.download = '';
      anchor.click();
    },
  };
}

/** One stream for all listeners; the browser opens it again by itself, which tells that the host was gone. */
function eventStream() {
  const listeners = new Map<string, Set<(detail: unknown) => void>>();
  const tell = (name: string, detail: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(detail);
  };
  const stream = new EventSource(httpPaths.events);
  let wasLost = false;
  stream.addEventListener('message', (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as HttpEvent;
    tell(event.name, event.detail);
  });
  stream.addEventListener('error', () => {
    wasLost = true;
  });
  stream.addEventListener('open', () => {
    if (wasLost) tell('ledger.restarted', {});
    wasLost = false;
  });
  return (name: string, listener: (detail: unknown) => void): (() => void) => {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known.add(listener));
    return () => known.delete(listener);
  };
}

export function httpConnection(): Connection {
  const { saveTicket, finish } = downloads();
  const shell = browserShell({ upload, saveTicket });
  const listen = eventStream();
  const isShell = (method: string): method is ShellMethod => Object.hasOwn(shell, method);
  return {
    call: async <Name extends MethodName>(method: Name, params: ParamsOf<Name>): Promise<ResultOf<Name>> => {
      // The contract ties method, params and result together; each half is looked up by the method's name.
      if (isShell(method)) return (await shell[method](params as never)) as ResultOf<Name>;
      const result = (await ask(method, params)) as ResultOf<Name>;
      finish(params);
      return result;
    },
    subscribe: <Name extends EventName>(name: Name, listener: (detail: EventDetail<Name>) => void) =>
      listen(name, (detail) => listener(detail as EventDetail<Name>)),
    ticketFor: upload,
  };
}
