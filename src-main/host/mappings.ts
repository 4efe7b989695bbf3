/** The owner's column mappings, for the table of handlers. */

import { keepMappings, readMappings, writeMappings } from '../importing/mapping-files.ts';
import { forgetMapping, listMappings } from '../importing/own-mappings.ts';
import { transact } from '../ledger/transaction.ts';
import type { Desk } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

const done = { done: true } as const;

export function mappings(desk: Desk, ways: Ways) {
  return {
    'mappings.list': () => ways.ask((reading) => ({ mappings: listMappings(reading) })),
    'mappings.keep': (kept) =>
      ways
        .act((ledger) => transact(ledger, (writing) => keepMappings(writing, [kept])).replaced === 1)
        .then((replaced) => ({ replaced })),
    'mappings.forget': ({ id }) =>
      ways.act((ledger) => {
        transact(ledger, (writing) => forgetMapping(writing, id));
        return done;
      }),
    'mappings.export': ({ target }) => {
      const { path, name } = desk.tickets.target(target);
      return ways.ask((reading) => ({ mappings: writeMappings(reading, path, name) }));
    },
    'mappings.import': async ({ ticket }) => {
      const { path, name, bytes } = desk.tickets.file(ticket);
      const found = readMappings(path, bytes, name);
      return ways.act((ledger) => transact(ledger, (writing) => keepMappings(writing, found)));
    },
  } satisfies Partial<Handlers>;
}
