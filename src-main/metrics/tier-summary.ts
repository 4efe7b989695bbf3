/** Customers and money in each tier. */

import type { Metric } from './metric.ts';
import sql from './tier-summary.sql?raw';

export const tierSummary: Metric = {
  name: 'tier-summary',
  title: { zh: '八层一览', en: 'The eight tiers' },
  sql,
  columns: ['tier', 'customers', 'likely', 'net_minor'],
};
