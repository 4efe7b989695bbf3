/** What the owner knows about a person, and their timeline, for the table of handlers. */

import { anchorOf } from '../ledger/profile/person-facts.ts';
import { relate, relationsOf } from '../ledger/profile/relations.ts';
import { timelineOf } from '../ledger/profile/timeline.ts';
import { markPoint, setWishes, wishesOf } from '../ledger/profile/wishes.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function profiles(desk: Desk, ways: Ways) {
  return {
    'customers.timeline': (params) => {
      const on = desk.clock.today();
      return ways.ask((reading) =>
        timelineOf(reading, params, () => ({
          on,
          currency: desk.scores(reading, { on, definition: 'quantile' }).currency,
        })),
      );
    },
    'customers.about': ({ customer, on }) =>
      ways.ask((reading) => {
        anchorOf(reading, customer);
        return { wishes: wishesOf(reading, customer), relations: relationsOf(reading, customer, on) };
      }),
    'customers.wish': ({ customer, wishes }) =>
      ways.act((ledger, now) => ({ edit: setWishes(ledger, customer, wishes, { reason: 'customers.wish', now }) })),
    'customers.markPoint': (params) =>
      ways.act((ledger, now) => ({ edit: markPoint(ledger, params, { reason: 'customers.markPoint', now }) })),
    'customers.relate': (params) =>
      ways.act((ledger, now) => relate(ledger, params, { reason: 'customers.relate', now })),
  } satisfies Partial<Handlers>;
}
