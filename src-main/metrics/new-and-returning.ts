/** Sales by month: first-timers and regulars. */

import type { Metric } from './metric.ts';
import sql from './new-and-returning.sql?raw';
import behind from './orders-of-period.sql?raw';

export const newAndReturning: Metric = {
  name: 'new-and-returning',
  title: { zh: '新客与回头客', en: 'New and returning' },
  sql,
  columns: [
    'month',
    'new_orders',
    'returning_orders',
    'unknown_orders',
    'customers',
    'new_net_minor',
    'returning_net_minor',
    'unknown_net_minor',
  ],
  behind: { sql: behind, keys: ['month', 'part'] },
};
