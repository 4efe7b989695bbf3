/** What orders with two items hold besides. */

import sql from './bought-by-two.sql?raw';
import { chanceOfTogether } from './bought-together.ts';
import type { Metric } from './metric.ts';
import behind from './orders-with-item.sql?raw';

export const boughtByTwo: Metric = {
  name: 'bought-by-two',
  title: { zh: '买了两件的还买', en: 'Bought with two' },
  sql,
  columns: [
    'title',
    'second_title',
    'with_title',
    'orders',
    'with_orders',
    'together',
    'baskets',
    'support',
    'confidence',
    'lift',
  ],
  worked: chanceOfTogether,
  behind: { sql: behind, keys: ['title', 'second_title', 'with_title'] },
};
