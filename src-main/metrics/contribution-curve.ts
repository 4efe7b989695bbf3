/** Which share of the net which share of the customers bring. */

import sql from './contribution-curve.sql?raw';
import type { Metric } from './metric.ts';

export const contributionCurve: Metric = {
  name: 'contribution-curve',
  title: { zh: '前几成客户带来几成净额', en: 'Share of net by share of customers' },
  sql,
  columns: ['first_customers', 'share_customers', 'net_minor', 'share_net'],
};
