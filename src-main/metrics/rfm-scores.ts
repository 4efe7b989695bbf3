/** Scores of every customer, as SQL: what the fast scoring in `rfm.ts` must equal, and what a user is shown. */

import type { Metric } from './metric.ts';
import sql from './rfm-scores.sql?raw';

export const rfmScoresMetric: Metric = {
  name: 'rfm-scores',
  title: { zh: '近勤多打分', en: 'RFM scores' },
  sql,
  columns: ['customer_id', 'recency_days', 'frequency', 'net_minor', 'r', 'f', 'm'],
};
