/** Orders, money, first and last day of each customer, from the summary kept in the ledger. */

import sql from './customer-totals.sql?raw';
import type { Metric } from './metric.ts';

export const customerTotals: Metric = {
  name: 'customer-totals',
  title: { zh: '客户合计', en: 'Customer totals' },
  sql,
  columns: ['customer_id', 'orders', 'counted', 'paid_minor', 'refund_minor', 'net_minor', 'first_day', 'last_day'],
};
