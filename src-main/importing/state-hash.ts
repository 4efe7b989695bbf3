/**
 * One number for what the ledger says: SHA-256 over all rows in business order, without history, journal and row numbers. Two ledgers
 * that say the same have the same hash, however they came to say it. Behind `verify` and the laws of undo.
 */

import { createHash } from 'node:crypto';
import type { Reading } from '../ledger/transaction.ts';
import hashedChoices from './hashed-choices.sql?raw';
import hashedCustomers from './hashed-customers.sql?raw';
import hashedDecisions from './hashed-decisions.sql?raw';
import hashedEdits from './hashed-edits.sql?raw';
import hashedExcluded from './hashed-excluded.sql?raw';
import hashedFacts from './hashed-facts.sql?raw';
import hashedIdentities from './hashed-identities.sql?raw';
import hashedLines from './hashed-lines.sql?raw';
import hashedOrders from './hashed-orders.sql?raw';
import hashedQuiet from './hashed-quiet.sql?raw';
import hashedRuns from './hashed-runs.sql?raw';
import hashedTotals from './hashed-totals.sql?raw';

const questions: readonly (readonly [name: string, sql: string])[] = [
  ['orders', hashedOrders],
  ['lines', hashedLines],
  ['identities', hashedIdentities],
  ['customers', hashedCustomers],
  ['totals', hashedTotals],
  ['edits', hashedEdits],
  ['facts', hashedFacts],
  ['tags', 'select tag_id, content from tag order by tag_id'],
  ['fields', 'select field_id, content from custom_field order by field_id'],
  ['views', 'select view_id, content from saved_view order by view_id'],
  ['marks', 'select field, kind, value, content from customer_mark order by field, kind, value'],
  ['care', 'select content from care_rule order by content'],
  ['followUps', 'select origin, kind, value, content from follow_up order by origin'],
  ['templates', 'select content from template order by content'],
  ['layouts', 'select content from send_layout order by content'],
  ['service', 'select kind, value, content from service_ticket order by kind, value, content'],
  [
    'contacts',
    'select kind, value, day, channel, outcome, about from contacted order by kind, value, day, about, outcome, channel',
  ],
  ['strategies', 'select content from strategy order by content'],
  ['runs', hashedRuns],
  ['plans', 'select plan_id, content from plan order by plan_id'],
  ['quiet', hashedQuiet],
  ['rules', 'select content from exclusion_rule order by content'],
  ['excluded', hashedExcluded],
  ['decisions', hashedDecisions],
  ['choices', hashedChoices],
  ['settings', 'select name, value from setting order by name'],
];

/** The rows behind the hash, table by table: to see where two ledgers differ. */
export function* stateRows({ connection }: Reading): Generator<readonly [table: string, row: string]> {
  for (const [table, sql] of questions) {
    for (const row of connection.prepare(sql).raw().iterate()) yield [table, JSON.stringify(row)];
  }
}

export function stateHash(reading: Reading): string {
  const hash = createHash('sha256');
  for (const [table, row] of stateRows(reading)) hash.update(`${table} ${row}\n`);
  return hash.digest('hex');
}
