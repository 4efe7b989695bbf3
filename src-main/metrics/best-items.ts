/** What sells best, and what regulars buy again. */

import sql from './best-items.sql?raw';
import type { Metric } from './metric.ts';

export const bestItems: Metric = {
  name: 'best-items',
  title: { zh: '畅销宝贝', en: 'Best-selling items' },
  sql,
  columns: ['title', 'orders', 'customers', 'bought_again', 'pieces', 'sales_minor'],
};
