/** Mean and quantiles of the days between purchases: one row. */

import sql from './gap-figures.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-after-gap.sql?raw';

export const gapFigures: Metric = {
  name: 'gap-figures',
  title: { zh: '复购间隔', en: 'Gaps between purchases' },
  sql,
  columns: [
    'gaps',
    'mean_days',
    'p10_days',
    'p25_days',
    'median_days',
    'p75_days',
    'p90_days',
    'customers',
    'median_of_means_days',
    'median_of_medians_days',
  ],
  behind: { sql: behind, keys: ['days_from', 'days_to', 'second'] },
};
