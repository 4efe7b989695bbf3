/**
 * The ledger host: joins the rooms. Opens the data folder, gives the handlers what they need, serves the contract over any
 * number of links, and tells every page what changed. Front doors ask `open-host.ts`, which also knows what to do when the
 * ledger cannot be opened.
 */

import type { EventName } from '../../src-shared/contract/events.ts';
import { type LedgerMethod, ledgerContract } from '../../src-shared/contract/index.ts';
import type { Topic } from '../../src-shared/contract/method.ts';
import type { Link } from '../../src-shared/link/link.ts';
import type { Handler, ServeOptions } from '../../src-shared/link/serve.ts';
import { Problem } from '../../src-shared/problem.ts';
import { sweepUnfinished } from '../ledger/backup.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { markRunning } from '../ledger/running-marker.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';
import { startBackgroundBackups } from './background-backups.ts';
import type { Clock } from './clock.ts';
import { dataRoomOf, tidy } from './data-room.ts';
import type { Desk } from './desk.ts';
import { type Events, makeEvents, servePage } from './events.ts';
import { makeHandlers } from './handlers.ts';
import type { Log } from './log.ts';
import { openDesk } from './open-desk.ts';
import { startSearchIndexing } from './search-indexing.ts';
import type { SpawnWorker } from './spawn-worker.ts';
import type { Tickets } from './tickets.ts';
import { topicsOf } from './topics.ts';

export interface HostOptions {
  readonly folder: string;
  readonly spawnWorker: SpawnWorker;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Tickets that outlive this host, when a ledger is opened after it could not be. */
  readonly tickets?: Tickets;
}

export interface Host {
  readonly folder: string;
  readonly tickets: Tickets;
  /** For front doors without a link: see `answer` of `serve.ts`. */
  readonly serving: ServeOptions;
  /** Answers calls and sends events until the link is closed. */
  serve(link: Link): void;
  /** Resolves when everybody can be found by the search index, for a front door that does not stay open. See `search-indexing.ts`. */
  indexed(): Promise<void>;
  /** Every event, for front doors without a link. Returns the way to stop listening. */
  listen(listener: (name: EventName, detail: unknown) => void): () => void;
  close(): Promise<void>;
}

/** After a method that changes something, the pages are told which topics to ask again. */
function announcing(
  handlers: Readonly<Record<string, Handler>>,
  announce: (topics: readonly Topic[]) => void,
): Record<string, Handler> {
  const wrapped: Record<string, Handler> = {};
  for (const [name, handler] of Object.entries(handlers)) {
    // Handlers are keyed by the contract's methods.
    const topics = topicsOf[name as LedgerMethod];
    wrapped[name] =
      topics === undefined
        ? handler
        : async (params) => {
            try {
              const result = await handler(params);
              announce(topics);
              return result;
            } catch (error) {
              // It was done all the same.
              if (error instanceof Problem && error.code === 'cancelled-too-late') announce(topics);
              throw error;
            }
          };
  }
  return wrapped;
}

/** A host over handlers, whoever made them. */
export function hostOver(
  options: HostOptions,
  parts: {
    readonly handlers: Readonly<Record<string, Handler>>;
    readonly events: Events;
    readonly tickets: Tickets;
    indexed(): Promise<void>;
    close(): Promise<void>;
  },
): Host {
  const { events, handlers, tickets } = parts;
  const serving: ServeOptions = {
    methods: ledgerContract,
    handlers,
    checkResults: __TEST_DOORS__,
    onBug: (method, error) => options.log.bug(method, error),
  };
  return {
    folder: options.folder,
    tickets,
    serving,
    serve: (link) => servePage(link, serving, events),
    listen: events.listen,
    indexed: () => parts.indexed(),
    close: () => parts.close(),
  };
}

/** After a crash the ledger is looked over in the background. Resolves true when it was, whatever was found. */
async function lookOver(desk: Desk, log: Log): Promise<boolean> {
  log.note('start-after-crash');
  try {
    await desk.jobs.run('inspect', { folder: desk.room.root });
  } catch (error) {
    if (!(error instanceof Problem)) log.bug('inspect', error);
    else if (error.code === 'ledger-damaged') {
      log.note(error.code);
      desk.warn(error.code);
    } else return false;
  }
  return true;
}

/** What only the holder of the folder's lock may do. */
function cleanUp(folder: string): void {
  withProblems(folder, () => {
    sweepUnfinished(folder);
    tidy(dataRoomOf(folder));
  });
}

/** Opens the folder: throws a Problem when it is in use, damaged, of a newer program … and then leaves it as it was. */
export function createHost(options: HostOptions): Host {
  const { folder, log } = options;
  const events = makeEvents();
  const unlock = lockFolder(folder);
  try {
    cleanUp(folder);
    const desk = openDesk(options, events.emit, { ledger: folder, readOnly: false });
    const running = markRunning(folder);
    let lookedOver = !running.afterUncleanExit;
    if (!lookedOver) {
      void lookOver(desk, log).then((done) => {
        lookedOver = done;
      });
    }
    const backups = startBackgroundBackups(desk, log, () => events.emit('ledger.changed', { topics: ['backups'] }));
    const indexing = startSearchIndexing(desk, log);
    const announce = (topics: readonly Topic[]): void => {
      events.emit('ledger.changed', { topics: [...topics] });
      if (topics.includes('customers')) indexing.soon();
      if (topics.includes('imports')) backups.soon();
    };
    const handlers = makeHandlers(desk);
    const checking: (typeof handlers)['imports.check'] = (params) => {
      backups.ahead();
      return handlers['imports.check'](params);
    };
    log.note('start', { version: options.version });
    return hostOver(options, {
      handlers: announcing({ ...handlers, 'imports.check': checking }, announce),
      events,
      tickets: desk.tickets,
      indexed: () => indexing.settled(),
      close: async () => {
        backups.stop();
        await indexing.stop();
        await desk.jobs.close();
        desk.ledger.close();
        // Not yet looked over, or found damaged and not mended: the next start looks again.
        if (lookedOver && desk.warning() === null) running.ended();
        unlock();
        log.note('close');
      },
    });
  } catch (error) {
    unlock();
    throw error;
  }
}
