/** The usual rhythm of the shop: days from one purchase of a customer to the next. */

import sql from './days-between-orders.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-after-gap.sql?raw';

export const daysBetweenOrders: Metric = {
  name: 'days-between-orders',
  title: { zh: '两次购买间隔', en: 'Days between purchases' },
  sql,
  columns: ['gap_days', 'times', 'share_up_to'],
  behind: { sql: behind, keys: ['days_from', 'days_to', 'second'] },
};
