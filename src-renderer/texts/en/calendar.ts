/** The calendar of follow-ups: who stands on which day, and how full it is. */

import type { SameKeys } from '../text-shape.ts';
import type { calendar as zh } from '../zh-CN/calendar.ts';

export const calendar: SameKeys<typeof zh> = {
  title: 'Calendar',
  say: '{{year}}-{{month}}',
  weekdays: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun',
  today: 'Today',
  before: 'The month before',
  after: 'The next month',
  rules: 'Rules of care',
  monthDay: '{{month}}/{{day}}',
  short: {
    renew: 'again',
    after: 'ask',
    dormant: 'away',
    occasion: 'day',
    refund: 'refund',
    unpaid: 'unpaid',
    cycle: 'cycle',
    tier: 'tier',
    hand: 'planned',
  },
  rests: 'no follow-ups',
  load: '{{done, number}}/{{total, number}}',
  over: '{{count, number}} people, {{capacity, number}} a day at most.',
  twice: 'More than one thing for {{name}} on this day: do them together.',
  nobody: 'Nobody stands on this day. Rules see 30 days ahead.',
  move: 'Move…',
  moveOf: 'Move {{name}} to another day',
  moved: '{{name}} moved to {{day}}',
  done: 'Done: {{why}}',
  footMonth: 'This month: {{planned, number}} to contact, {{done, number}} done',
  holidaysUnknown: 'Holidays of {{year}} are not known yet',
  keys: { day: '← → day', month: 'PgUp PgDn month', today: 'T today' },
};
