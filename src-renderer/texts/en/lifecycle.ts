/** Texts of the lifecycle, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { lifecycle as zh } from '../zh-CN/lifecycle.ts';

export const lifecycle: SameKeys<typeof zh> = {
  title: 'Lifecycle',
  sinceToday: 'came today, ',
  since: 'away {{days, number}} days, ',
  usualOwn: 'usually comes every {{days, number}}',
  usualShop: 'the shop’s usual gap is {{days, number}}',
  usualNobody: 'nobody has come back yet',
  tabs: { rfm: 'Tiers', life: 'Lifecycle', levels: 'Levels', ladder: 'Ladder' },
  tabsSay: 'Which grouping to show',
  stage: 'Stage',
  customers: 'Customers',
  share: 'Share',
  own: 'By own gap',
  ownSay: 'The others are measured against the shop’s gaps',
  net: 'Net',
  each: 'Per buyer',
  total: 'All',
  say: 'Customers who have bought often enough are measured against their own usual gap, the others against the shop’s.',
  why: 'How the lifecycle is worked out',
  means: {
    new: 'bought on one day only, not due yet',
    active: 'within their usual gap',
    due: 'past it, up to 1.5 times',
    sleeping: 'past 1.5 times, up to three times',
    lost: 'past three times',
  },
  shopLines:
    'With fewer than two gaps, the shop’s gaps decide: due after {{due, number}} days, sleeping after {{sleeping, number}}, lost after {{lost, number}}.',
};
