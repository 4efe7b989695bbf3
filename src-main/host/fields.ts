/** The owner's fields for the table of handlers. */

import { listFields, removeField, saveField, setField } from '../ledger/fields/fields.ts';
import type { Handlers, Ways } from './handlers.ts';

export function fields(ways: Ways) {
  return {
    'fields.list': () => ways.ask(listFields),
    'fields.save': (params) => ways.act((ledger, now) => saveField(ledger, params, { reason: 'fields.save', now })),
    'fields.remove': ({ field }) =>
      ways.act((ledger, now) => removeField(ledger, field, { reason: 'fields.remove', now })),
    'customers.setField': (params) =>
      ways.act((ledger, now) => setField(ledger, params, { reason: 'customers.setField', now })),
  } satisfies Partial<Handlers>;
}
