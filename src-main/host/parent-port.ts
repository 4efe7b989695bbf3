/** `process.parentPort` of an Electron utility process, without importing Electron. */

import type { Port } from './port-link.ts';

export interface ParentMessage {
  readonly data: unknown;
  readonly ports: readonly Port[];
}

export interface ParentPort {
  on(event: 'message', listener: (message: ParentMessage) => void): unknown;
  postMessage(message: unknown): void;
}

/** null in any process that Electron did not start as a utility process. */
export function parentPortOf(owner: object): ParentPort | null {
  if (!('parentPort' in owner) || typeof owner.parentPort !== 'object' || owner.parentPort === null) return null;
  // Electron defines it; its shape is documented and stable.
  return owner.parentPort as ParentPort;
}
