/** Strategies for the table of handlers. */

import { randomInt } from 'node:crypto';
import { contactList, ordersOfRun } from '../followups/strategies/contact-list.ts';
import { launchStrategy } from '../followups/strategies/launch.ts';
import { lookAtStrategy } from '../followups/strategies/look.ts';
import { pooledResult, resultOfRun } from '../followups/strategies/result.ts';
import { listStrategies, removeStrategy, saveStrategy, strategyVersions } from '../ledger/strategies/strategies.ts';
import { scopeOf } from '../metrics/scope.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

const SEEDS = 2 ** 31 - 1;

export function strategies(desk: Desk, ways: Ways) {
  return {
    'strategies.list': () =>
      ways.ask((reading) => ({ currency: scopeOf(reading).currency, strategies: listStrategies(reading) })),
    'strategies.save': ({ strategy, content }) =>
      ways.act((ledger, now) =>
        saveStrategy(
          ledger,
          { strategy, content: { ...content, seed: content.seed ?? randomInt(1, SEEDS) } },
          { reason: 'strategies.save', now },
        ),
      ),
    'strategies.remove': ({ strategy }) =>
      ways.act((ledger, now) => removeStrategy(ledger, strategy, { reason: 'strategies.remove', now })),
    'strategies.versions': ({ strategy }) => ways.ask((reading) => strategyVersions(reading, strategy)),
    'strategies.look': (params) => ways.ask((reading) => lookAtStrategy(reading, params, desk.scores)),
    'strategies.launch': (params) =>
      ways.act((ledger, now) => launchStrategy(ledger, params, desk.scores, { reason: 'strategies.launch', now })),
    'strategies.people': (params) => ways.ask((reading) => contactList(reading, params, desk.scores)),
    'strategies.result': (params) => ways.ask((reading) => resultOfRun(reading, params)),
    'strategies.pooled': (params) => ways.ask((reading) => pooledResult(reading, params)),
    'strategies.orders': (params) => ways.ask((reading) => ordersOfRun(reading, params)),
  } satisfies Partial<Handlers>;
}
