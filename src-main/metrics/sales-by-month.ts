/** What was sold in each month. */

import type { Metric } from './metric.ts';
import behind from './orders-of-period.sql?raw';
import sql from './sales-by-month.sql?raw';

export const salesByMonth: Metric = {
  name: 'sales-by-month',
  title: { zh: '每月销售', en: 'Sales by month' },
  sql,
  columns: [
    'month',
    'orders',
    'unknown_orders',
    'customers',
    'paid_minor',
    'refund_minor',
    'net_minor',
    'average_minor',
  ],
  behind: { sql: behind, keys: ['month', 'part'] },
};
