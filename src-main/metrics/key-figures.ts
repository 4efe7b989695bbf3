/** The figures of a whole period: one row. */

import sql from './key-figures.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-of-period.sql?raw';

export const keyFigures: Metric = {
  name: 'key-figures',
  title: { zh: '要数', en: 'Key figures' },
  sql,
  columns: [
    'placed',
    'paid_orders',
    'orders',
    'refunded_orders',
    'customers',
    'new_customers',
    'earlier_customers',
    'paid_minor',
    'refund_minor',
    'net_minor',
    'average_minor',
    'buyers',
    'came_back',
  ],
  behind: { sql: behind, keys: ['month', 'part'] },
};
