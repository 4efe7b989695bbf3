/** Which item customers came back for after another. */

import sql from './bought-next.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-then-item.sql?raw';

export const boughtNext: Metric = {
  name: 'bought-next',
  title: { zh: '接着买的', en: 'Bought next' },
  sql,
  columns: ['title', 'next_title', 'customers', 'next_customers', 'followed', 'buyers', 'confidence', 'lift'],
  behind: { sql: behind, keys: ['title', 'next_title'] },
};
