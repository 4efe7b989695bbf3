/** Pairs of items in one order. */

import sql from './bought-together.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-with-item.sql?raw';

export const boughtTogether: Metric = {
  name: 'bought-together',
  title: { zh: '一起买的', en: 'Bought together' },
  sql,
  columns: [
    'title',
    'with_title',
    'orders',
    'with_orders',
    'together',
    'baskets',
    'support',
    'confidence',
    'lift',
    'leverage',
    'conviction',
    'jaccard',
  ],
  behind: { sql: behind, keys: ['title', 'with_title'] },
};
