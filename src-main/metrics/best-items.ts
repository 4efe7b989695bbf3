/** What sells best, and what regulars buy again. */

import sql from './best-items.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-with-item.sql?raw';

export const bestItems: Metric = {
  name: 'best-items',
  title: { zh: '畅销商品', en: 'Best-selling items' },
  sql,
  columns: ['title', 'orders', 'customers', 'bought_again', 'pieces', 'sales_minor'],
  behind: { sql: behind, keys: ['title', 'second_title', 'with_title'] },
};
