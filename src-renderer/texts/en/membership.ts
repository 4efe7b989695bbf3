/** Whether a customer is in a segment, and why. */

import type { SameKeys } from '../text-shape.ts';
import type { membership as zh } from '../zh-CN/membership.ts';

export const membership: SameKeys<typeof zh> = {
  title: 'Segments',
  inNone: 'In no saved segment',
  why: 'Why?',
  comma: ', ',
  panel: 'Why in this segment',
  which: 'Which segment',
  isIn: 'Is in “{{name}}”',
  isNot: 'Is not in “{{name}}”',
  holds: 'holds',
  fails: 'does not hold',
  unasked: 'No order in the shops looked at, so not in any of their lists.',
  fixedMeets: 'This segment was fixed on {{day}}; as of today the conditions hold.',
  fixedNot: 'This segment was fixed on {{day}}; as of today the conditions do not hold.',
  has: 'Theirs: {{what}}',
  nothing: 'Theirs: nothing',
  noOrders: 'No such order of theirs',
  orders_one: 'Theirs: {{count, number}} order, net {{money}}',
  orders_other: 'Theirs: {{count, number}} orders, net {{money}}',
  more_one: '{{count, number}} more order',
  more_other: '{{count, number}} more orders',
  beyond_one: '{{count, number}} earlier order stands in the account',
  beyond_other: '{{count, number}} earlier orders stand in the account',
  stop: '; ',
  noRun: 'Not drawn in this run',
  drawn: {
    contacted: 'Drawn to be contacted by “{{name}}” on {{on}}',
    held: 'Drawn into the control group of “{{name}}” on {{on}}',
  },
  level: {
    is: 'Theirs: {{name}}',
    none: 'Theirs: no level',
    byHand: ' (given by hand)',
    until: ', until {{day}}',
    orders_one: '{{count, number}} order',
    orders_other: '{{count, number}} orders',
    ever: 'ever',
    months_one: 'within {{count, number}} month',
    months_other: 'within {{count, number}} months',
    met: '{{name}} asks for {{line}}; on {{day}} they had {{has}} {{within}}, which is enough',
    short: '{{name}} asks for {{line}}; on {{day}} they had {{has}} {{within}}, which is not enough',
  },
  grade: {
    none: 'Theirs: nothing bought since {{from}}',
    is: 'Theirs: {{name}}. Since {{from}} {{orders}} orders, net {{net}}; large from {{large}}, medium from {{medium}}',
  },
};
