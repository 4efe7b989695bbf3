/** Pairs of items in one order. */

import sql from './bought-together.sql?raw';
import { fisherGreater } from './fisher-exact.ts';
import type { Metric, Worked } from './metric.ts';
import behind from './orders-with-item.sql?raw';

/** The chance that the two, each as frequent as it is, stand together so often by accident. Not corrected for how many pairs were looked at. */
export const chanceOfTogether: Worked = {
  column: 'chance',
  of: (cell) =>
    fisherGreater({ both: cell('together'), first: cell('orders'), second: cell('with_orders'), all: cell('baskets') }),
};

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
  worked: chanceOfTogether,
  behind: { sql: behind, keys: ['title', 'second_title', 'with_title'] },
};
