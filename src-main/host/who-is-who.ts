/** Who is who: the methods behind the review and behind putting customers together and taking them apart. */

import { confirmLikely, mergeCustomers, neverTheSame } from '../identity/decide.ts';
import { partsOfCustomer, unmergeCustomer } from '../identity/parts.ts';
import type { Handlers, Ways } from './handlers.ts';

export function whoIsWho(ways: Ways) {
  return {
    'identities.merge': (params) =>
      ways.act((ledger, now) => mergeCustomers(ledger, params, { reason: 'identities.merge', now })),
    'identities.confirmLikely': ({ customers }) =>
      ways.act((ledger, now) => confirmLikely(ledger, customers, { reason: 'identities.confirmLikely', now })),
    'identities.neverSame': ({ groups }) =>
      ways.act((ledger, now) => neverTheSame(ledger, groups, { reason: 'identities.neverSame', now })),
    'identities.parts': ({ customer }) => ways.ask((reading) => ({ parts: [...partsOfCustomer(reading, customer)] })),
    'identities.unmerge': (params) =>
      ways.act((ledger, now) => unmergeCustomer(ledger, params, { reason: 'identities.unmerge', now })),
  } satisfies Partial<Handlers>;
}
