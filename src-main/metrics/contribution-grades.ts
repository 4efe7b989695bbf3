/** Large, medium and small customers, by what they bring. */

import sql from './contribution-grades.sql?raw';
import type { Metric } from './metric.ts';
import behind from './orders-of-grade.sql?raw';

export const contributionGrades: Metric = {
  name: 'contribution-grades',
  title: { zh: '大客、中客、小客', en: 'Large, medium and small' },
  sql,
  columns: [
    'grade',
    'customers',
    'share_customers',
    'orders',
    'net_minor',
    'share_net',
    'least_minor',
    'also_by_orders',
  ],
  behind: { sql: behind, keys: ['grade'] },
};
