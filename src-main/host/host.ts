/**
 * The ledger host: joins the rooms. Opens the data folder, gives the handlers what they need, serves the contract over any
 * number of links, and tells every page what changed.
 */

import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import { type LedgerMethod, ledgerContract } from '../../src-shared/contract/index.ts';
import type { Link } from '../../src-shared/link/link.ts';
import { type Handler, type ServeOptions, serveOver } from '../../src-shared/link/serve.ts';
import { Problem } from '../../src-shared/problem.ts';
import { backupOver, sweepUnfinished } from '../ledger/backup.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { prepareLedger } from '../ledger/open-ledger.ts';
import { markRunning } from '../ledger/running-marker.ts';
import { readSettings } from '../ledger/settings.ts';
import { type RfmScoresOf, scoreSource } from '../metrics/rfm.ts';
import type { Clock } from './clock.ts';
import { openCurrent } from './current-ledger.ts';
import { dataRoomOf, tidy } from './data-room.ts';
import type { Desk } from './desk.ts';
import { makeHandlers } from './handlers.ts';
import { makeJobRoom } from './job-room.ts';
import type { Log } from './log.ts';
import type { SpawnWorker } from './spawn-worker.ts';
import { stagedChecks } from './staged-checks.ts';
import { makeTickets, type Tickets } from './tickets.ts';
import { topicsOf } from './topics.ts';

export interface HostOptions {
  readonly folder: string;
  readonly spawnWorker: SpawnWorker;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
}

export interface Host {
  readonly folder: string;
  readonly tickets: Tickets;
  /** For front doors without a link: see `answer` of `serve.ts`. */
  readonly serving: ServeOptions;
  /** Answers calls and sends events until the link is closed. */
  serve(link: Link): void;
  /** Every event, for front doors without a link. Returns the way to stop listening. */
  listen(listener: (name: EventName, detail: unknown) => void): () => void;
  close(): Promise<void>;
}

type Emit = <Name extends EventName>(name: Name, detail: EventDetail<Name>) => void;

/** After a method that changes something, the pages are told which topics to ask again. */
function announcing(handlers: Readonly<Record<string, Handler>>, emit: Emit): Record<string, Handler> {
  const wrapped: Record<string, Handler> = {};
  for (const [name, handler] of Object.entries(handlers)) {
    // Handlers are keyed by the contract's methods.
    const topics = topicsOf[name as LedgerMethod];
    wrapped[name] =
      topics === undefined
        ? handler
        : async (params) => {
            const result = await handler(params);
            emit('ledger.changed', { topics: [...topics] });
            return result;
          };
  }
  return wrapped;
}

/** A cache of scores for each connection: another ledger's scores are never taken for this one's. */
function scoresByConnection(): RfmScoresOf {
  const sources = new WeakMap<object, RfmScoresOf>();
  return (reading, question) => {
    const source = sources.get(reading.connection) ?? scoreSource((ledger) => readSettings(ledger).typedLines);
    sources.set(reading.connection, source);
    return source(reading, question);
  };
}

/** Opens the folder: throws a Problem when it is in use, damaged, of a newer program … and then leaves it as it was. */
export function createHost(options: HostOptions): Host {
  const { folder, clock, log } = options;
  const listeners = new Set<(name: EventName, detail: unknown) => void>();
  const emit: Emit = (name, detail) => {
    for (const listener of listeners) listener(name, detail);
  };
  const unlock = lockFolder(folder);
  try {
    sweepUnfinished(folder);
    const room = dataRoomOf(folder);
    tidy(room);
    const prepare = (place: string): void => {
      prepareLedger(place, {
        now: clock.now(),
        beforeMigration: (connection) => backupOver(connection, place, { reason: 'migration', now: clock.now() }),
      });
    };
    const ledger = openCurrent(folder, { prepare, onWaiting: (writes) => emit('ledger.waiting', { writes }) });
    const running = markRunning(folder);
    const jobs = makeJobRoom(options.spawnWorker, (job, phase, done, total) => {
      emit('imports.progress', { job, phase, done, total });
    });
    let warning: string | null = null;
    const desk: Desk = {
      room,
      ledger,
      jobs,
      checks: stagedChecks(),
      tickets: makeTickets(),
      clock,
      scores: scoresByConnection(),
      warning: () => warning,
    };
    if (running.afterUncleanExit) {
      log.note('start-after-crash');
      jobs.run('inspect', { folder }).catch((error: unknown) => {
        if (!(error instanceof Problem)) log.bug('inspect', error);
        else if (error.code === 'ledger-damaged') {
          warning = error.code;
          log.note(error.code);
          emit('ledger.changed', { topics: ['ledger'] });
        }
      });
    }
    const handlers = makeHandlers(desk);
    const serving: ServeOptions = {
      methods: ledgerContract,
      handlers: announcing(handlers as Readonly<Record<string, Handler>>, emit),
      checkResults: __TEST_DOORS__,
      onBug: (method, error) => log.bug(method, error),
    };
    log.note('start', { version: options.version });
    return {
      folder,
      tickets: desk.tickets,
      serving,
      serve: (link) => {
        const server = serveOver(link, serving);
        // The name and its detail belong together: `emit` is typed.
        const pass = (name: EventName, detail: unknown): void => server.emit(name, detail as never);
        listeners.add(pass);
        link.onClose(() => listeners.delete(pass));
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: async () => {
        await jobs.close();
        ledger.close();
        running.ended();
        unlock();
        log.note('close');
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
