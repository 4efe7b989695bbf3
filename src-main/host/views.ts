/** Saved views for the table of handlers. */

import { listViews, removeView, saveView } from '../ledger/views/views.ts';
import type { Handlers, Ways } from './handlers.ts';

export function views(ways: Ways) {
  return {
    'views.list': () => ways.ask(listViews),
    'views.save': (params) => ways.act((ledger, now) => saveView(ledger, params, { reason: 'views.save', now })),
    'views.remove': ({ view }) => ways.act((ledger, now) => removeView(ledger, view, { reason: 'views.remove', now })),
  } satisfies Partial<Handlers>;
}
