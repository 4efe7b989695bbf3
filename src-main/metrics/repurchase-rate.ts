/** 复购率 by month of first order. */

import type { Metric } from './metric.ts';
import behind from './orders-of-newcomers.sql?raw';
import sql from './repurchase-rate.sql?raw';

export const repurchaseRate: Metric = {
  name: 'repurchase-rate',
  title: { zh: '复购率', en: 'Repurchase rate' },
  sql,
  columns: ['month', 'customers', 'came_back', 'rate'],
  behind: { sql: behind, keys: ['month', 'again'] },
};
