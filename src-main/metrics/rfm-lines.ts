/** Where high begins in recency, frequency and money: what the tiers page shows as lines. */

import type { Metric } from './metric.ts';
import sql from './rfm-lines.sql?raw';

export const rfmLines: Metric = {
  name: 'rfm-lines',
  title: { zh: '近勤多的线', en: 'Lines of recency, frequency and money' },
  sql,
  columns: ['recency_days', 'frequency', 'net_minor'],
};
