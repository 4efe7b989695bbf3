/** Finds the way to the host: the Electron bridge if there is one, else the loopback preview. */

import { bridgeConnection } from './bridge-link.ts';
import type { Connection } from './connection.ts';
import { httpConnection } from './http-link.ts';

export function connect(): Connection {
  return window.regulars === undefined ? httpConnection() : bridgeConnection(window.regulars);
}
