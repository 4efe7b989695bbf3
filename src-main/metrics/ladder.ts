/** The ladder from A, who has not bought yet, to E, who comes often and spends much each time. */

import sql from './ladder.sql?raw';
import type { Metric } from './metric.ts';

export const ladder: Metric = {
  name: 'ladder',
  title: { zh: 'A 到 E 的阶梯', en: 'The ladder A to E' },
  sql,
  columns: ['step', 'customers', 'orders', 'net_minor', 'average_minor', 'line_minor'],
};
