/** The ladder for the table of handlers. */

import { stepOfCustomer } from '../metrics/ladder-moves/customer-step.ts';
import { ladderMonths } from '../metrics/ladder-moves/ladder-months.ts';
import { ladderMovers, readLadder } from '../metrics/ladder-moves/ladder-read.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function ladder(desk: Desk, ways: Ways) {
  return {
    'ladder.read': (params) => ways.ask((reading) => readLadder(reading, params, desk.scores)),
    'ladder.movers': (params) => ways.ask((reading) => ladderMovers(reading, params, desk.scores)),
    'ladder.months': (params) => ways.ask((reading) => ladderMonths(reading, params, desk.scores)),
    'customers.ladder': (params) => ways.ask((reading) => stepOfCustomer(reading, params, desk.scores)),
  } satisfies Partial<Handlers>;
}
