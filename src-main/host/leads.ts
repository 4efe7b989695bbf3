/** Leads for the table of handlers. */

import { listLeads, setLead } from '../ledger/leads/leads.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function leads(desk: Desk, ways: Ways) {
  return {
    'leads.list': (params) => ways.ask((reading) => listLeads(reading, params)),
    'leads.set': (params) => {
      const today = desk.clock.today();
      return ways.act((ledger, now) => setLead(ledger, params, { today, act: { reason: 'leads.set', now } }));
    },
  } satisfies Partial<Handlers>;
}
