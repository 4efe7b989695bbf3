/** Plans for the table of handlers. */

import { launchPlan, lookAtPlan } from '../followups/plans/carry-out.ts';
import { listPlans, removePlan, savePlan } from '../ledger/plans/plans.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function plans(desk: Desk, ways: Ways) {
  return {
    'plans.list': () => ways.ask(listPlans),
    'plans.save': (params) => ways.act((ledger, now) => savePlan(ledger, params, { reason: 'plans.save', now })),
    'plans.remove': ({ plan }) => ways.act((ledger, now) => removePlan(ledger, plan, { reason: 'plans.remove', now })),
    'plans.look': (params) => ways.ask((reading) => lookAtPlan(reading, params, desk.scores)),
    'plans.launch': (params) =>
      ways.act((ledger, now) => launchPlan(ledger, params, desk.scores, { reason: 'plans.launch', now })),
  } satisfies Partial<Handlers>;
}
