/** Recency, frequency and money of each customer as of a day: what the scores are made from. */

import type { Metric } from './metric.ts';
import sql from './rfm-inputs.sql?raw';

export const rfmInputs: Metric = {
  name: 'rfm-inputs',
  title: { zh: '近、勤、多', en: 'Recency, frequency, money' },
  sql,
  columns: [
    'customer_id',
    'recency_days',
    'frequency',
    'net_minor',
    'first_day',
    'last_day',
    'paid_minor',
    'refund_minor',
  ],
};
