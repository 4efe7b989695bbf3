/** Who came again, by the month in which they first came. */

import sql from './cohort-retention.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-of-cohort.sql?raw';

export const cohortRetention: Metric = {
  name: 'cohort-retention',
  title: { zh: '复购留存', en: 'Cohort retention' },
  sql,
  columns: ['month', 'later', 'customers', 'active', 'came_back', 'net_minor', 'active_rate', 'came_back_rate'],
  behind: { sql: behind, keys: ['month', 'later', 'back'] },
};
