/**
 * A host for a data folder in whatever state it is. A ledger that cannot be opened does not end the program: its calls are
 * answered with the Problem, `ledger.status` tries again, and where only a backup helps, backups can be listed, looked into and
 * restored. Afterwards the same pages go on with the ledger that is open.
 */

import { ledgerContract } from '../../src-shared/contract/index.ts';
import type { Handler } from '../../src-shared/link/serve.ts';
import { Problem } from '../../src-shared/problem.ts';
import { listBackups } from '../ledger/backup.ts';
import { makeEvents } from './events.ts';
import { createHost, type Host, type HostOptions, hostOver } from './host.ts';
import { makeJobRoom } from './job-room.ts';
import { createReadOnlyHost } from './read-only-host.ts';
import { canRecover, type RecoveryDesk, recoverySettings, recoveryStatus, withBackup } from './recovery.ts';
import { makeTickets } from './tickets.ts';
import { everything } from './topics.ts';

export interface OpenHost extends Host {
  /** Why the ledger could not be opened; null when it is open. */
  problem(): Problem | null;
}

/** A folder that cannot be written is looked at; where there is nothing to look at, the Problem is thrown. */
function openAny(options: HostOptions): Host {
  try {
    return createHost(options);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ledger-read-only') throw error;
    return createReadOnlyHost(options);
  }
}

/** One after another: the file is opened, looked into or exchanged by one call at a time. */
function inTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

interface Opening {
  host(): Host | null;
  problem(): Problem | null;
  attempt(): void;
}

/** Tries to open the ledger, as often as it is asked to, until it is open. */
function makeOpening(options: HostOptions, onOpened: (host: Host) => void): Opening {
  let host: Host | null = null;
  let problem: Problem | null = null;
  return {
    host: () => host,
    problem: () => problem,
    attempt: () => {
      try {
        host = openAny(options);
        problem = null;
        onOpened(host);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.code !== problem?.code) options.log.note(error.code);
        problem = error;
      }
    },
  };
}

/** The calls that are answered though no ledger is open; `pass` answers when one was opened meanwhile. */
function recovering(
  desk: RecoveryDesk,
  opening: Opening,
  pass: (name: string, params: never) => unknown,
): Record<string, Handler> {
  const turn = inTurns();
  const recoverable = (): Problem => {
    const problem = opening.problem();
    if (problem === null) throw new Problem('ledger-restarted', {});
    if (!canRecover(problem)) throw problem;
    return problem;
  };
  const calls: Record<string, (params: { readonly name: string }) => unknown> = {
    'ledger.status': () => {
      opening.attempt();
      return opening.host() === null ? recoveryStatus(desk, recoverable()) : pass('ledger.status', {} as never);
    },
    'settings.read': () => recoverable() && recoverySettings(desk),
    'backups.list': () => recoverable() && { backups: listBackups(desk.options.folder) },
    'backups.preview': ({ name }) => recoverable() && withBackup(desk, 'previewBackup', name),
    'backups.restore': async ({ name }) => {
      recoverable();
      const answer = await withBackup(desk, 'restore', name);
      opening.attempt();
      return answer;
    },
  };
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]): [string, Handler] => [
      name,
      // The contract's schema gave the params their shape.
      (params) => turn(async () => (opening.host() === null ? call(params) : pass(name, params))),
    ]),
  );
}

export function openHost(options: HostOptions): OpenHost {
  const events = makeEvents();
  const tickets = options.tickets ?? makeTickets();
  const opening = makeOpening({ ...options, tickets }, (host) => {
    // The name and its detail belong together: the other host emitted them.
    host.listen((name, detail) => events.emit(name, detail as never));
    events.emit('ledger.changed', { topics: [...everything] });
  });
  const jobs = makeJobRoom(options.spawnWorker, () => undefined);
  const pass = (name: string, params: never): unknown => {
    const handler = opening.host()?.serving.handlers[name];
    if (handler === undefined) throw opening.problem() ?? new Problem('method-unknown', { method: name });
    return handler(params);
  };
  opening.attempt();
  const recovery = recovering({ options, tickets, jobs }, opening, pass);
  const handlers = Object.fromEntries(
    Object.keys(ledgerContract).map((name): [string, Handler] => [
      name,
      (params) => {
        const ways = opening.host() === null ? recovery[name] : undefined;
        return ways === undefined ? pass(name, params) : ways(params);
      },
    ]),
  );
  const indexed = async (): Promise<void> => opening.host()?.indexed();
  const close = async (): Promise<void> => {
    await jobs.close();
    await opening.host()?.close();
  };
  return { ...hostOver(options, { handlers, events, tickets, indexed, close }), problem: () => opening.problem() };
}
