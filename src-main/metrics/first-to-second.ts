/** Kaplan–Meier from the first to the second day of purchase. */

import sql from './first-to-second.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-after-gap.sql?raw';

export const firstToSecond: Metric = {
  name: 'first-to-second',
  title: { zh: '第一次到第二次', en: 'From first to second' },
  sql,
  columns: ['days', 'waited_for', 'came_back', 'out_of_sight', 'share_away'],
  behind: { sql: behind, keys: ['days_from', 'days_to', 'second'] },
};
