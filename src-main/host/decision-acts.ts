/** What the owner decides about people: carried out here by the host, or in a worker where it is about many of them at once. */

import { confirmLikely, type Decided, mergeCustomers, neverTheSame } from '../identity/decide.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { DecisionAct } from './job-table.ts';

export function carryOutDecision(ledger: Reading, act: DecisionAct, now: string): Decided {
  switch (act.kind) {
    case 'merge':
      return mergeCustomers(ledger, act, { reason: 'identities.merge', now });
    case 'confirm':
      return confirmLikely(ledger, act.customers, { reason: 'identities.confirmLikely', now });
    case 'never':
      return neverTheSame(ledger, act.groups, { reason: 'identities.neverSame', now });
  }
}
