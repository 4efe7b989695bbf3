/** How many customers are new, active, due, sleeping, lost. */

import sql from './lifecycle.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-of-stage.sql?raw';

export const lifecycle: Metric = {
  name: 'lifecycle',
  title: { zh: '阶段', en: 'Lifecycle' },
  sql,
  columns: ['stage', 'customers', 'own_rhythm', 'net_minor', 'due_days', 'sleeping_days', 'lost_days'],
  behind: { sql: behind, keys: ['stage'] },
};
