/** What the owner wrote down about a customer, and what can be seen: habits, the timeline, contact wishes, important days. */

import type { SameKeys } from '../text-shape.ts';
import type { profile as zh } from '../zh-CN/profile.ts';

export const profile: SameKeys<typeof zh> = {
  habits: {
    title: 'Habits',
    few: 'Too few orders to see habits',
    of: '{{count, number}} of {{total, number}} orders',
    ofGaps: '{{count, number}} of {{total, number}} gaps',

    favourite: 'Favourite',
    price: 'Price band',
    priceSays: '{{low}}–{{high}}',
    priceOf: 'the middle 8 tenths, {{count, number}} orders',
    hour: 'Best at',
    hourSays: '{{low}}:00–{{high}}:00',
    weekday: 'Often on',
    weekdays: {
      mon: 'Monday',
      tue: 'Tuesday',
      wed: 'Wednesday',
      thu: 'Thursday',
      fri: 'Friday',
      sat: 'Saturday',
      sun: 'Sunday',
    },
    channel: 'Mostly in',
    discount: 'Discounts',
    discountSays: 'reduced',
    returns: 'Refunds',
    rhythm: 'Gap',
    rhythmSays: '{{low, number}}–{{high, number}} days',
    rhythmOne: '{{low, number}} days',
    returnsSays: '{{count, number}} times',
    nextSays: 'next about {{day}}',
  },
};
