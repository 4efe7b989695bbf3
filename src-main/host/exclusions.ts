/** Rules of exclusion for the table of handlers, and the acts of the journal: a rule goes over all orders, so in a large book a worker does it. */

import { listRules, previewRule, suggestRules } from '../ledger/exclusions/rules.ts';
import { decisionsIn } from '../ledger/identity-decisions.ts';
import { journalEntry } from '../ledger/journal.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import type { RuleAct } from './job-table.ts';
import { carryOutRuleAct } from './rule-acts.ts';
import { MANY_DECIDED } from './who-is-who.ts';

/** So many orders are gone through in some hundredths of a second: no page notices that the host does it itself. */
const MANY_ORDERS = 30_000;

const done = { done: true } as const;

function isLarge({ connection }: Reading): boolean {
  const last = connection.prepare<[], number | null>('select max(order_id) from order_key').pluck().get();
  return (last ?? 0) > MANY_ORDERS;
}

export function exclusions(desk: Desk, ways: Ways) {
  const carryOut = async (act: RuleAct): Promise<{ edit: number; rule: number }> =>
    (await ways.ask(isLarge))
      ? runHere(desk, 'exclude', { act, now: desk.clock.now() })
      : ways.act((ledger, now) => carryOutRuleAct(ledger, act, now));
  const turn = async (kind: 'undo' | 'redo', edit: number): Promise<typeof done> => {
    const { tableName, after } = await ways.ask((reading) => journalEntry(reading, edit));
    const isOfMany = tableName === 'identity_decision' && decisionsIn(after ?? '[]').length > MANY_DECIDED;
    if (isOfMany) await runHere(desk, 'exclude', { act: { kind, edit }, now: desk.clock.now() });
    else if (tableName === 'exclusion_rule') await carryOut({ kind, edit });
    else await ways.act((ledger, now) => carryOutRuleAct(ledger, { kind, edit }, now));
    return done;
  };
  return {
    'exclusions.list': () => ways.ask(listRules),
    'exclusions.preview': async (params) =>
      (await ways.ask(isLarge)) ? runHere(desk, 'meant', params) : ways.ask((reading) => previewRule(reading, params)),
    'exclusions.save': ({ rule, content }) => carryOut({ kind: 'save', rule, content }),
    'exclusions.remove': async ({ rule }) => ({ edit: (await carryOut({ kind: 'remove', rule })).edit }),
    'exclusions.suggest': () => ways.ask(suggestRules),
    'journal.undo': ({ edit }) => turn('undo', edit),
    'journal.redo': ({ edit }) => turn('redo', edit),
  } satisfies Partial<Handlers>;
}
