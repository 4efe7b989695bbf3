/** A link over the messages between a forked process and its parent. Both sides use it; the fork must say `serialization: 'advanced'`. */

import type { Link } from '../../src-shared/link/link.ts';

/** What `process` (in the child) and a ChildProcess (in the parent) have in common. */
export interface MessageChannel {
  readonly connected: boolean;
  send?(message: unknown, callback: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'disconnect', listener: () => void): unknown;
  disconnect?(): void;
}

export function processLink(channel: MessageChannel): Link {
  let listener: (message: unknown) => void = () => undefined;
  let onClose: () => void = () => undefined;
  channel.on('message', (message) => listener(message));
  channel.on('disconnect', () => onClose());
  return {
    send: (message) => {
      if (!channel.connected) return;
      // A message that cannot be sent any more needs no report: `disconnect` follows.
      channel.send?.(message, () => undefined);
    },
    onMessage: (next) => {
      listener = next;
    },
    onClose: (next) => {
      onClose = next;
    },
    close: () => {
      if (channel.connected) channel.disconnect?.();
    },
  };
}

/** Sends the last message of a process and resolves when it has left. */
export function sendLast(channel: MessageChannel, message: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (!channel.connected || channel.send === undefined) resolve();
    else channel.send(message, () => resolve());
  });
}
