/** The bridge: three functions for the page, nothing else. The port to the ledger host stays here, in the isolated world. */

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName } from '../../src-shared/contract/events.ts';
import type { MethodName } from '../../src-shared/contract/index.ts';
import type { Bridge, BridgeAnswer } from '../../src-shared/link/bridge.ts';
import { BugReport, type Client, clientOver } from '../../src-shared/link/client.ts';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import { channels } from './channels.ts';
import { type PagePort, pagePortLink } from './page-port-link.ts';

/** While the host starts (again), calls wait this long before they end in `ledger-restarted`. */
const waitForHostMs = 15_000;

const listeners = new Map<string, Set<(detail: unknown) => void>>();
const waiting = new Set<(client: Client) => void>();
let client: Client | null = null;

function tell(name: string, detail: unknown): void {
  for (const listener of listeners.get(name) ?? []) listener(detail);
}

function hearFrom(from: Client, name: string): void {
  // Names are checked by nobody here: one the host never sends is never heard.
  from.subscribe(name as EventName, (detail) => {
    if (from === client) tell(name, detail);
  });
}

function connected(): Promise<Client> {
  if (client !== null) return Promise.resolve(client);
  return new Promise((resolve, reject) => {
    const give = (arrived: Client): void => {
      clearTimeout(patience);
      resolve(arrived);
    };
    const patience = setTimeout(() => {
      waiting.delete(give);
      reject(new Problem('ledger-restarted', {}));
    }, waitForHostMs);
    waiting.add(give);
  });
}

function failure(error: unknown): BridgeAnswer {
  if (error instanceof Problem) return { ok: false, problem: problemOnWire(error) };
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, bug: { message, reference: error instanceof BugReport ? error.reference : '' } };
}

async function call(method: string, params: unknown): Promise<BridgeAnswer> {
  try {
    if (method.startsWith('shell.')) return (await ipcRenderer.invoke(channels.call, method, params)) as BridgeAnswer;
    const to = await connected();
    // The host checks the name and the params of every call.
    return { ok: true, result: await to.call(method as MethodName, params as never) };
  } catch (error) {
    return failure(error);
  }
}

const bridge: Bridge<File> = {
  call,
  subscribe: (name, listener) => {
    const known = listeners.get(name);
    if (known === undefined && client !== null) hearFrom(client, name);
    listeners.set(name, (known ?? new Set()).add(listener));
    return () => {
      listeners.get(name)?.delete(listener);
    };
  },
  ticketFor: async (file) => {
    try {
      const path = webUtils.getPathForFile(file);
      return (await ipcRenderer.invoke(channels.ticketFor, path, file.name)) as BridgeAnswer;
    } catch (error) {
      return failure(error);
    }
  },
};

ipcRenderer.on(channels.port, (event) => {
  // The DOM's port, of which this folder knows only the part it uses.
  const port = event.ports[0] as unknown as PagePort | undefined;
  if (port === undefined) return;
  client?.close();
  const arrived = clientOver(pagePortLink(port));
  client = arrived;
  for (const name of listeners.keys()) hearFrom(arrived, name);
  for (const give of waiting) give(arrived);
  waiting.clear();
});
ipcRenderer.on(channels.down, () => {
  client?.close();
  client = null;
});
ipcRenderer.on(channels.event, (_event, name: string, detail: unknown) => tell(name, detail));

contextBridge.exposeInMainWorld('regulars', bridge);
ipcRenderer.send(channels.attach);
