/** A link over a message port: Node's MessagePort, or Electron's MessagePortMain, which wraps each message in an event. */

import type { Link } from '../../src-shared/link/link.ts';

/** What the two kinds of port have in common. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** Electron delivers `{data, ports}`; a message of ours always has a `kind` instead. */
export function messageWithin(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'kind' in value || !('data' in value)) return value;
  return value.data;
}

export function portLink(port: Port): Link {
  let onClose: () => void = () => undefined;
  let open = true;
  port.on('close', () => {
    if (!open) return;
    open = false;
    onClose();
  });
  return {
    send: (message) => {
      if (open) port.postMessage(message);
    },
    onMessage: (listener) => {
      port.on('message', (value) => listener(messageWithin(value)));
      // Messages wait in the port until it is started, so none is lost.
      port.start();
    },
    onClose: (listener) => {
      onClose = listener;
    },
    close: () => {
      if (!open) return;
      port.close();
    },
  };
}
