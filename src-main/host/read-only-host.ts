/** The host of a data folder that cannot be written: everything can be looked at, every write is answered `ledger-read-only`. */

import type { Handler } from '../../src-shared/link/serve.ts';
import { Problem } from '../../src-shared/problem.ts';
import { copyToLookAt } from '../ledger/look-at-copy.ts';
import { makeEvents } from './events.ts';
import { makeHandlers } from './handlers.ts';
import { type Host, type HostOptions, hostOver } from './host.ts';
import { openDesk } from './open-desk.ts';
import { startSearchIndexing } from './search-indexing.ts';
import { topicsOf } from './topics.ts';

/** They write nothing the pages must hear of, but beside the ledger; and what they prepare could not be done. */
const alsoRefused: readonly string[] = ['imports.check', 'backups.preview'];

function onlyLooking(handlers: Readonly<Record<string, Handler>>, folder: string): Record<string, Handler> {
  const refuse = (): never => {
    throw new Problem('ledger-read-only', { folder });
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      name in topicsOf || alsoRefused.includes(name) ? refuse : handler,
    ]),
  );
}

/** Throws what `copyToLookAt` throws. */
export function createReadOnlyHost(options: HostOptions): Host {
  const { folder, log, clock } = options;
  const events = makeEvents();
  const copy = copyToLookAt(folder, { now: clock.now() });
  try {
    const desk = openDesk(options, events.emit, { ledger: copy.folder, readOnly: true });
    // The copy is ours to write: what the ledger's own program left undone, or an old ledger never had.
    const indexing = startSearchIndexing(desk, log);
    return hostOver(options, {
      handlers: onlyLooking(makeHandlers(desk), folder),
      events,
      tickets: desk.tickets,
      indexed: () => indexing.settled(),
      close: async () => {
        await indexing.stop();
        await desk.jobs.close();
        desk.ledger.close();
        copy.remove();
        log.note('close');
      },
    });
  } catch (error) {
    copy.remove();
    throw error;
  }
}
