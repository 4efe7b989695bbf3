/** Who is who: the methods behind the review and behind putting customers together and taking them apart. */

import type { Decided } from '../identity/decide.ts';
import type { GroupFound } from '../identity/find-groups.ts';
import { partsOfCustomer, unmergeCustomer } from '../identity/parts.ts';
import { importsSeen, memberOf, reviewOf } from '../identity/review.ts';
import { printedExpiry } from '../importing/printed-expiry.ts';
import { contactsOf } from '../ledger/contact-points.ts';
import { putOff } from '../ledger/put-off.ts';
import { carryOutDecision } from './decision-acts.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import type { DecisionAct } from './job-table.ts';

interface Search {
  /** Of which ledger, at which state of its imports. */
  readonly of: string;
  readonly groups: Promise<readonly GroupFound[]>;
}

/** The groups of the ledger that is open, looked for once after every import: whoever asks meanwhile waits for the same search. */
function groupSearch(desk: Desk, ways: Ways): () => Promise<readonly GroupFound[]> {
  let last: Search | null = null;
  return async () => {
    const of = `${desk.ledger.folder()} ${await ways.ask(importsSeen)}`;
    if (last?.of === of) return last.groups;
    const search: Search = { of, groups: runHere(desk, 'review', {}).then(({ groups }) => groups) };
    last = search;
    // One that failed is begun anew by the next who asks.
    search.groups.catch(() => {
      if (last === search) last = null;
    });
    return search.groups;
  };
}

/** So many are matched again in some hundredths of a second: no page notices that the host does it itself. */
export const MANY_DECIDED = 20;

export function whoIsWho(desk: Desk, ways: Ways) {
  const findGroups = groupSearch(desk, ways);
  const decide = async (act: DecisionAct): Promise<Decided> => {
    const count = act.kind === 'confirm' ? act.customers.length : act.groups.length;
    return count > MANY_DECIDED
      ? runHere(desk, 'decide', { act, now: desk.clock.now() })
      : ways.act((ledger, now) => carryOutDecision(ledger, act, now));
  };
  return {
    'identities.review': async (params) => {
      const groups = await findGroups();
      return ways.ask((reading) => reviewOf(reading, groups, params));
    },
    'identities.members': ({ customers }) =>
      ways.ask((reading) => ({
        members: [...new Set(customers)].map(memberOf(reading)).filter((row) => row !== null),
      })),
    'identities.merge': (params) => decide({ kind: 'merge', ...params }),
    'identities.confirmLikely': (params) => decide({ kind: 'confirm', ...params }),
    'identities.neverSame': (params) => decide({ kind: 'never', ...params }),
    'identities.later': ({ group, customers, isLater }) =>
      ways.act((ledger, now) => {
        const members = customers.map(memberOf(ledger)).filter((row) => row !== null);
        const names = members.map(({ name }) => name).join('、');
        return { edit: putOff(ledger, { key: group, names, isLater }, { reason: 'identities.later', now }) };
      }),
    'identities.contacts': ({ customer, on }) =>
      ways.ask((reading) => contactsOf(reading, customer, on, printedExpiry(reading.connection))),
    'identities.parts': ({ customer }) => ways.ask((reading) => ({ parts: [...partsOfCustomer(reading, customer)] })),
    'identities.unmerge': (params) =>
      ways.act((ledger, now) => unmergeCustomer(ledger, params, { reason: 'identities.unmerge', now })),
  } satisfies Partial<Handlers>;
}
