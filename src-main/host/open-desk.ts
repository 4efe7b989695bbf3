/** Opens a ledger and lays out on the desk what handlers need. Between `host.ts` and the rooms. */

import { matchAgainIfDue } from '../importing/match-again.ts';
import { backupOver } from '../ledger/backup.ts';
import { prepareLedger } from '../ledger/open-ledger.ts';
import { readSettings } from '../ledger/settings.ts';
import { type RfmScoresOf, scoreSource } from '../metrics/rfm.ts';
import { openCurrent } from './current-ledger.ts';
import { dataRoomOf } from './data-room.ts';
import type { Desk } from './desk.ts';
import type { Emit } from './events.ts';
import type { HostOptions } from './host.ts';
import { makeJobRoom } from './job-room.ts';
import { stagedChecks } from './staged-checks.ts';
import { makeTickets } from './tickets.ts';

/** A cache of scores for each connection: another ledger's scores are never taken for this one's. */
function scoresByConnection(): RfmScoresOf {
  const sources = new WeakMap<object, RfmScoresOf>();
  return (reading, question) => {
    const source = sources.get(reading.connection) ?? scoreSource((ledger) => readSettings(ledger).typedLines);
    sources.set(reading.connection, source);
    return source(reading, question);
  };
}

export interface DeskPlace {
  /** Where the ledger that is opened lies: the data folder, or a copy to look at. */
  readonly ledger: string;
  readonly readOnly: boolean;
}

export function openDesk(options: HostOptions, emit: Emit, place: DeskPlace): Desk {
  const { folder, clock, spawnWorker } = options;
  const prepare = (home: string): void => {
    const beforeMigration = (connection: Parameters<typeof backupOver>[0]): void => {
      if (!place.readOnly) backupOver(connection, home, { reason: 'migration', now: clock.now() });
    };
    prepareLedger(home, { now: clock.now(), beforeMigration });
    matchAgainIfDue(home);
  };
  let warning: string | null = null;
  return {
    room: dataRoomOf(folder),
    readOnly: place.readOnly,
    ledger: openCurrent(place.ledger, { prepare, onWaiting: (writes) => emit('ledger.waiting', { writes }) }),
    jobs: makeJobRoom(spawnWorker, (job, phase, done, total) => emit('imports.progress', { job, phase, done, total })),
    checks: stagedChecks(),
    tickets: options.tickets ?? makeTickets(),
    clock,
    scores: scoresByConnection(),
    warning: () => warning,
    warn: (problem) => {
      if (problem === warning) return;
      warning = problem;
      emit('ledger.changed', { topics: ['ledger'] });
    },
  };
}
