/** Acts upon the rules of exclusion, and turns of the journal: carried out here by the host, or in a worker where the book is large. */

import { settleAside } from '../importing/damage/attach-row.ts';
import { rematchKeys, rematchOrders } from '../importing/rematch-orders.ts';
import { removeRule, saveRule } from '../ledger/exclusions/rules.ts';
import type { Reading } from '../ledger/transaction.ts';
import { redoEdit, undoEdit } from '../ledger/undo-edit.ts';
import type { RuleAct } from './job-table.ts';

/** Answers the entry of the journal, and the rule where it is one act upon one. */
export function carryOutRuleAct(ledger: Reading, act: RuleAct, now: string): { edit: number; rule: number } {
  switch (act.kind) {
    case 'save':
      return saveRule(ledger, act, now);
    case 'remove':
      return { ...removeRule(ledger, act.rule, { now, reason: 'exclusions.remove' }), rule: act.rule };
    case 'undo':
    case 'redo': {
      const turn = act.kind === 'undo' ? undoEdit : redoEdit;
      turn(ledger, act.edit, { now, rematchOrders, rematchKeys, settleAside });
      return { edit: act.edit, rule: 0 };
    }
  }
}
