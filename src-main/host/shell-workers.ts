/** Workers in Electron: a utility process cannot fork, so the shell starts them and hands the host one end of a port. */

import { randomUUID } from 'node:crypto';
import { type Port, portLink } from './port-link.ts';
import { type HostToShell, isShellMessage } from './shell-messages.ts';
import type { SpawnWorker, WorkerProcess } from './spawn-worker.ts';

/** A worker's exit and its last message come on different ways; the message may be the slower one. */
const LAST_MESSAGE_MS = 100;

interface Expected {
  ready(port: Port): void;
  exited(code: number | null): void;
}

export interface ShellWorkers extends SpawnWorker {
  /** True when the message was about a worker. */
  receive(message: unknown, ports: readonly Port[]): boolean;
}

export function shellWorkers(say: (message: HostToShell) => void): ShellWorkers {
  const expected = new Map<string, Expected>();
  const start = (): Promise<WorkerProcess> =>
    new Promise((resolve, reject) => {
      const id = randomUUID();
      let onExit: (code: number | null) => void = () => undefined;
      expected.set(id, {
        ready: (port) => {
          resolve({
            link: portLink(port),
            lastWords: () => '',
            kill: () => say({ kind: 'worker-kill', id }),
            onExit: (listener) => {
              onExit = listener;
            },
          });
        },
        exited: (code) => {
          expected.delete(id);
          // Only matters when it never was ready.
          reject(new Error(`the worker ended with code ${code} before it began`));
          setTimeout(() => onExit(code), LAST_MESSAGE_MS);
        },
      });
      say({ kind: 'worker-wanted', id });
    });
  return {
    start,
    receive: (message, ports) => {
      if (!isShellMessage(message)) return false;
      if (message.kind === 'worker-ready') {
        const port = ports[0];
        if (port !== undefined) expected.get(message.id)?.ready(port);
        return true;
      }
      if (message.kind === 'worker-exited') {
        expected.get(message.id)?.exited(message.code);
        return true;
      }
      return false;
    },
  };
}
