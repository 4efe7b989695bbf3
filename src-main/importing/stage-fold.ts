/**
 * What a row makes of its order if no other row speaks of it: most orders of a list stand in one row, and are so folded while the file
 * is read. Which of these folds hold is known when all rows are staged, see `plan-single-orders`. Part of `stage-file`.
 */

import type { Database } from 'better-sqlite3';
import type { IdentityKey } from '../../src-shared/identity.ts';
import type { OrderLine } from '../../src-shared/order.ts';
import { foldOrder } from '../ledger/fold-order.ts';
import { keysOfOrder } from './identity-keys.ts';
import { assemblePart } from './normalise/assemble-part.ts';
import type { RowStatement } from './normalise/normalised-row.ts';
import { orderValues } from './order-values.ts';

const VALUES = 31;

/** The line of an order without details says what the order says, and nothing else: it need not be kept beside it. */
function isWholeOrder(
  lines: readonly OrderLine[],
  order: Pick<OrderLine, 'title' | 'quantity' | 'amountMinor'>,
): boolean {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) return false;
  const { title, quantity, amountMinor, ...rest } = line;
  const same = title === order.title && quantity === order.quantity && amountMinor === order.amountMinor;
  return same && Object.values(rest).every((value) => value === null);
}

function keyValue(keys: readonly IdentityKey[], kind: IdentityKey['kind']): string | null {
  return keys.find((key) => key.kind === kind)?.value ?? null;
}

/** Writes the fold of a row and answers its number; rows that cannot be an order by themselves are left to the plan. */
export function rowFolder(stage: Database, marketplace: string): (statement: RowStatement) => number | null {
  const marks = Array.from({ length: VALUES }, () => '?').join(', ');
  const add = stage.prepare(`insert into staged_fold values (${marks})`);
  return (statement) => {
    if (statement.place !== 'whole' || statement.line !== null) return null;
    const folded = foldOrder([assemblePart([statement], 'order').part]);
    if (folded === null) return null;
    const { lines, itemsText: title, quantity, totalMinor: amountMinor } = folded;
    if (!isWholeOrder(lines, { title, quantity, amountMinor })) return null;
    const keys = keysOfOrder(marketplace, folded, null);
    const named = [keyValue(keys, 'buyer'), keyValue(keys, 'email'), keyValue(keys, 'phone'), keyValue(keys, 'likely')];
    return Number(add.run([null, ...orderValues(folded), ...named]).lastInsertRowid);
  };
}
