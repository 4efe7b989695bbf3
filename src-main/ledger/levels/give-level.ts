/** A level given by hand, and taken back: a mark of the person, through the journal. */

import type { HandLevel } from '../../../src-shared/contract/levels.ts';
import { noLevel } from '../../../src-shared/levels.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, write } from '../journal.ts';
import { writeMark } from '../tags/person-mark.ts';
import type { Reading } from '../transaction.ts';
import { levelField, levelRules } from './stored-levels.ts';

/** null takes it back. Throws `customer-unknown`, `level-unknown`. */
export function giveLevel(
  ledger: Reading,
  { customer, level }: { readonly customer: number; readonly level: HandLevel | null },
  act: Act,
): { edit: number | null } {
  const known = levelRules(ledger).levels;
  if (level !== null && level.level !== noLevel && !known.some(({ id }) => id === level.level)) {
    throw new Problem('level-unknown', { level: String(level.level) });
  }
  return write(ledger, act, (writing, record) =>
    writeMark(writing, record, { customer, field: levelField }, () => (level === null ? null : JSON.stringify(level))),
  );
}
