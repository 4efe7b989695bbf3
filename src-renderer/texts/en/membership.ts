/** Whether a customer is in a segment, and why. */

import type { SameKeys } from '../text-shape.ts';
import type { membership as zh } from '../zh-CN/membership.ts';

export const membership: SameKeys<typeof zh> = {
  title: 'Segments',
  inNone: 'In no saved segment',
  why: 'Why?',
  comma: ', ',
  panel: 'In this segment or not',
  which: 'Which segment',
  isIn: 'Is in “{{name}}”',
  isNot: 'Is not in “{{name}}”',
  holds: 'holds',
  fails: 'does not hold',
  unasked: 'No order in the shops looked at, so not in any of their lists.',
  fixedMeets: 'This segment was fixed on {{day}}; as of today the conditions hold.',
  fixedNot: 'This segment was fixed on {{day}}; as of today the conditions do not hold.',
  has: 'This customer: {{what}}',
  nothing: 'This customer: none',
  noOrders: 'This customer has no such order',
  orders_one: 'This customer: {{count, number}} order, net {{money}}',
  orders_other: 'This customer: {{count, number}} orders, net {{money}}',
  more_one: '{{count, number}} more order',
  more_other: '{{count, number}} more orders',
  beyond_one: '{{count, number}} earlier order is in the account',
  beyond_other: '{{count, number}} earlier orders are in the account',
  stop: '; ',
  noRun: 'Not drawn in this run',
  drawn: {
    contacted: 'Drawn to be contacted by “{{name}}” on {{on}}',
    held: 'Drawn into the control group of “{{name}}” on {{on}}',
  },
  level: {
    is: 'This customer: {{name}}',
    none: 'This customer: no level',
    byHand: ' (given by hand)',
    until: ', until {{day}}',
    orders_one: '{{count, number}} order',
    orders_other: '{{count, number}} orders',
    ever: 'in all',
    months_one: 'within {{count, number}} month',
    months_other: 'within {{count, number}} months',
    met: '{{name}} needs {{line}}; on {{day}} they had {{has}} {{within}}, which is enough',
    short: '{{name}} needs {{line}}; on {{day}} they had {{has}} {{within}}, which is not enough',
  },
  grade: {
    none: 'This customer: nothing bought since {{from}}',
    is: 'This customer: {{name}}. Since {{from}} {{orders}} orders, net {{net}}; large from {{large}}, medium from {{medium}}',
  },
};
