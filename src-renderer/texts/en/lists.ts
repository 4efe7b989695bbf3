/** What a list is for, and who is held back: asked before printing and exporting alike. */

import type { SameKeys } from '../text-shape.ts';
import type { lists as zh } from '../zh-CN/lists.ts';

export const lists: SameKeys<typeof zh> = {
  purpose: 'For',
  purposes: { contact: 'Contacting', record: 'Records' },
  purposeSay: {
    contact: 'People who should not be contacted now are left out.',
    record:
      'Everybody is on the list; for those who should not be contacted now, the reason is shown instead of the phone.',
  },
  held: {
    line_one: '1 person should not be contacted now',
    line_other: '{{count, number}} people should not be contacted now',
    ofFirst: '(the first {{count, number}} were looked at)',
    see: 'See who and why',
    title_one: '1 person should not be contacted now',
    title_other: '{{count, number}} people should not be contacted now',
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
    say: 'By phone where the number is complete; otherwise by nickname or order number in the marketplace’s back office; otherwise by letter',
  },
};
