/** Tags and changes of many people for the table of handlers. */

import { editInBulk, previewBulk } from '../ledger/bulk/bulk-edit.ts';
import { keptBy } from '../ledger/bulk/settle-bulk.ts';
import { listTags, removeTag, saveTag, tagCustomer } from '../ledger/tags/tags.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

/** Named when an undo keeps what was written later. */
const MOST_KEPT = 20;

export function tags(desk: Desk, ways: Ways) {
  return {
    'tags.list': () => ways.ask(listTags),
    'tags.save': (params) => ways.act((ledger, now) => saveTag(ledger, params, { reason: 'tags.save', now })),
    'tags.remove': ({ tag }) => ways.act((ledger, now) => removeTag(ledger, tag, { reason: 'tags.remove', now })),
    'customers.tag': (params) => ways.act((ledger, now) => tagCustomer(ledger, params, now)),
    'customers.bulkPreview': (params) => ways.ask((reading) => previewBulk(reading, params, desk.scores)),
    'customers.bulkEdit': (params) => ways.act((ledger, now) => editInBulk(ledger, params, desk.scores, now)),
    'journal.kept': ({ edit }) =>
      ways.ask((reading) => {
        const kept = keptBy(reading, edit);
        return { count: kept.length, people: kept.slice(0, MOST_KEPT) };
      }),
  } satisfies Partial<Handlers>;
}
