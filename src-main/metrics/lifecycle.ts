/** How many customers are new, active, due, sleeping, lost. */

import { parted } from '../ledger/sql-parts.ts';
import sql from './lifecycle.sql?raw';
import stages from './lifecycle-stages.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-of-stage.sql?raw';

/** The statement with the stages it goes by. */
function withStages(statement: string): string {
  const [, body] = parted(stages);
  return statement.replace('--[stages]', () => body);
}

export const lifecycle: Metric = {
  name: 'lifecycle',
  title: { zh: '阶段', en: 'Lifecycle' },
  sql: withStages(sql),
  columns: ['stage', 'customers', 'own_rhythm', 'net_minor', 'due_days', 'sleeping_days', 'lost_days'],
  behind: { sql: withStages(behind), keys: ['stage'] },
};
