/** What a list is for, and who is held back: asked before printing and exporting alike. */

import type { SameKeys } from '../text-shape.ts';
import type { lists as zh } from '../zh-CN/lists.ts';

export const lists: SameKeys<typeof zh> = {
  purpose: 'For',
  purposes: { contact: 'contacting', record: 'the records' },
  purposeSay: {
    contact: 'Whoever is not to be contacted now is not on it.',
    record: 'Everybody is on it; of those not to be contacted now the reason stands in place of the phone.',
  },
  held: {
    line_one: '1 person is not to be contacted now',
    line_other: '{{count, number}} people are not to be contacted now',
    ofFirst: '(the first {{count, number}} were looked at)',
    see: 'See who and why',
    title_one: '1 person is not to be contacted now',
    title_other: '{{count, number}} people are not to be contacted now',
    who: 'Customer',
    why: 'Why',
  },
  reach: {
    phone_one: '1 by phone',
    phone_other: '{{count, number}} by phone',
    marketplace_one: '1 in the marketplace',
    marketplace_other: '{{count, number}} in the marketplace',
    post_one: '1 by letter',
    post_other: '{{count, number}} by letter',
    none_one: '1 cannot be reached',
    none_other: '{{count, number}} cannot be reached',
    say: 'By a whole phone; else by their nick or an order number in the marketplace’s back office; else by letter',
  },
};
