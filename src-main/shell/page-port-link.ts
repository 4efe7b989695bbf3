/** A Link over the page's end of a channel (a DOM MessagePort). Used by the preload only. */

import type { Link } from '../../src-shared/link/link.ts';

/** The part of a DOM MessagePort we use: this folder knows no DOM. */
export interface PagePort {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export function pagePortLink(port: PagePort): Link {
  let ended: (() => void) | null = null;
  let open = true;
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.onmessage = (event) => listener(event.data);
      port.start();
    },
    onClose: (listener) => {
      ended = listener;
    },
    // The shell says when the host is gone (`regulars:down`), and then this end closes itself.
    close: () => {
      if (!open) return;
      open = false;
      port.close();
      ended?.();
    },
  };
}
