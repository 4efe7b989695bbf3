/** Damaged rows, for the table of handlers: rows put aside, and which order a row is of. */

import { asideCandidates, listAside } from '../importing/damage/aside.ts';
import { attachAside, letAsideGo } from '../importing/damage/attach-row.ts';
import { checkCandidates } from '../importing/damage/check-candidates.ts';
import { write } from '../ledger/journal.ts';
import { stageFolderOf } from './data-room.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function repairs(desk: Desk, ways: Ways) {
  return {
    'imports.candidates': (params) =>
      ways.ask((reading) => checkCandidates(reading, stageFolderOf(desk.ledger.folder()), params)),
    'imports.report': async ({ target, ...ask }) => {
      const { path, name } = desk.tickets.target(target);
      return runHere(desk, 'report', { ...ask, path, name });
    },
    'aside.list': ({ window }) => ways.ask((reading) => listAside(reading, window)),
    'aside.candidates': (place) => ways.ask((reading) => ({ candidates: asideCandidates(reading, place) })),
    'aside.attach': ({ order, ...place }) =>
      ways.act((ledger, now) =>
        write(ledger, { reason: 'aside.attach', now }, (writing, record) => ({
          edit: attachAside(writing, record, place, order, now),
        })),
      ),
    'aside.letGo': (place) =>
      ways.act((ledger, now) =>
        write(ledger, { reason: 'aside.letGo', now }, (writing, record) => ({
          edit: letAsideGo(writing, record, place, now),
        })),
      ),
  } satisfies Partial<Handlers>;
}
