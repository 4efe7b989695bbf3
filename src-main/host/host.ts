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
import { startDayBackups } from './day-backup.ts';
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

interface Events {
  emit: Emit;
  listen: Host['listen'];
}

function makeEvents(): Events {
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

interface OpenDesk extends Desk {
  warn(problem: string): void;
}

/** Opens the data folder. Only the holder of its lock may. */
function openDesk({ folder, clock, spawnWorker }: HostOptions, emit: Emit): OpenDesk {
  sweepUnfinished(folder);
  const room = dataRoomOf(folder);
  tidy(room);
  const prepare = (place: string): void => {
    const beforeMigration = (connection: Parameters<typeof backupOver>[0]): void => {
      backupOver(connection, place, { reason: 'migration', now: clock.now() });
    };
    prepareLedger(place, { now: clock.now(), beforeMigration });
  };
  let warning: string | null = null;
  return {
    room,
    ledger: openCurrent(folder, { prepare, onWaiting: (writes) => emit('ledger.waiting', { writes }) }),
    jobs: makeJobRoom(spawnWorker, (job, phase, done, total) => emit('imports.progress', { job, phase, done, total })),
    checks: stagedChecks(),
    tickets: makeTickets(),
    clock,
    scores: scoresByConnection(),
    warning: () => warning,
    warn: (problem) => {
      warning = problem;
      emit('ledger.changed', { topics: ['ledger'] });
    },
  };
}

/** After a crash the ledger is looked over in the background. Resolves true when it was, whatever was found. */
async function lookOver(desk: OpenDesk, log: Log): Promise<boolean> {
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

/** Serves one page: answers its calls, tells it every event until its link is closed. */
function servePage(link: Link, serving: ServeOptions, events: Events): void {
  const server = serveOver(link, serving);
  // The name and its detail belong together: `emit` is typed.
  link.onClose(events.listen((name, detail) => server.emit(name, detail as never)));
}

/** Opens the folder: throws a Problem when it is in use, damaged, of a newer program … and then leaves it as it was. */
export function createHost(options: HostOptions): Host {
  const { folder, log } = options;
  const events = makeEvents();
  const unlock = lockFolder(folder);
  try {
    const desk = openDesk(options, events.emit);
    const running = markRunning(folder);
    let lookedOver = !running.afterUncleanExit;
    if (!lookedOver) {
      void lookOver(desk, log).then((done) => {
        lookedOver = done;
      });
    }
    const stopBackups = startDayBackups(desk, log, () => events.emit('ledger.changed', { topics: ['backups'] }));
    const serving: ServeOptions = {
      methods: ledgerContract,
      handlers: announcing(makeHandlers(desk), events.emit),
      checkResults: __TEST_DOORS__,
      onBug: (method, error) => log.bug(method, error),
    };
    log.note('start', { version: options.version });
    return {
      folder,
      tickets: desk.tickets,
      serving,
      serve: (link) => servePage(link, serving, events),
      listen: events.listen,
      close: async () => {
        stopBackups();
        await desk.jobs.close();
        desk.ledger.close();
        // Not yet looked over: the next start does it.
        if (lookedOver) running.ended();
        unlock();
        log.note('close');
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
