/** Two ends of a link inside one process. Everything passes through structuredClone, so the boundary is never imaginary. */

import type { Link } from './link.ts';

declare const structuredClone: <T>(value: T) => T;
declare const queueMicrotask: (task: () => void) => void;

interface End {
  listener: ((message: unknown) => void) | null;
  onClose: (() => void) | null;
}

export function directLink(): { readonly a: Link; readonly b: Link } {
  const ends: readonly [End, End] = [
    { listener: null, onClose: null },
    { listener: null, onClose: null },
  ];
  let open = true;
  const link = (own: End, other: End): Link => ({
    send: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        if (open) other.listener?.(copy);
      });
    },
    onMessage: (listener) => {
      own.listener = listener;
    },
    onClose: (listener) => {
      own.onClose = listener;
    },
    close: () => {
      if (!open) return;
      open = false;
      for (const end of ends) end.onClose?.();
    },
  });
  return { a: link(ends[0], ends[1]), b: link(ends[1], ends[0]) };
}
