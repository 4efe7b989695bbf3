/** What a host tells its pages without being asked, and how a page is joined to a host. */

import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import type { Link } from '../../src-shared/link/link.ts';
import { type ServeOptions, serveOver } from '../../src-shared/link/serve.ts';

export type Emit = <Name extends EventName>(name: Name, detail: EventDetail<Name>) => void;
export type Listen = (listener: (name: EventName, detail: unknown) => void) => () => void;

export interface Events {
  readonly emit: Emit;
  /** Returns the way to stop listening. */
  readonly listen: Listen;
}

export function makeEvents(): Events {
  const listeners = new Set<(name: EventName, detail: unknown) => void>();
  return {
    emit: (name, detail) => {
      for (const listener of listeners) listener(name, detail);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Serves one page: answers its calls, tells it every event until its link is closed. */
export function servePage(link: Link, serving: ServeOptions, events: Events): void {
  const server = serveOver(link, serving);
  // The name and its detail belong together: `emit` is typed.
  link.onClose(events.listen((name, detail) => server.emit(name, detail as never)));
}
