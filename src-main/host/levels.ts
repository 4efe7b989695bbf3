/** Levels for the table of handlers: what rules come to, who has which, given by hand. */

import { giveLevel } from '../ledger/levels/give-level.ts';
import { levelOfCustomer } from '../metrics/levels/customer-level.ts';
import { levelMovers, levelSummary, previewLevels } from '../metrics/levels/level-summary.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function levels(desk: Desk, ways: Ways) {
  return {
    'levels.summary': (params) => ways.ask((reading) => levelSummary(reading, params, desk.scores)),
    'levels.preview': (params) => ways.ask((reading) => previewLevels(reading, params, desk.scores)),
    'levels.movers': (params) => ways.ask((reading) => levelMovers(reading, params, desk.scores)),
    'customers.level': (params) => ways.ask((reading) => levelOfCustomer(reading, params, desk.scores).level),
    'customers.setLevel': (params) =>
      ways.act((ledger, now) => giveLevel(ledger, params, { reason: 'customers.setLevel', now })),
  } satisfies Partial<Handlers>;
}
