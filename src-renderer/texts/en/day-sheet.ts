/** The day sheet: whom to contact today, on paper, in a calendar, on a telephone. */

import type { SameKeys } from '../text-shape.ts';
import type { daySheet as zh } from '../zh-CN/day-sheet.ts';

export const daySheet: SameKeys<typeof zh> = {
  open: 'Take along',
  openHint: 'On paper, in a calendar, on a phone',
  title: 'Take along',
  say_one: '{{day}}, {{count, number}} person',
  say_other: '{{day}}, {{count, number}} people',
  back: 'Today',
  options: 'How to take it along',
  forWhom: 'For whom',
  whom: { self: 'Me', helper: 'A helper' },
  selfSay: 'Names and numbers are shown in full: keep it safe.',
  helperSay:
    'Names and numbers are shown in part, also inside notes and texts. Where somebody can only be found on the marketplace, the nickname or order number stays; otherwise a helper could not reach them.',
  take: 'Where it goes',
  calendar: 'Calendar file (.ics)',
  calendarSay:
    'Any calendar app can import it: each person is one entry on that day. Imported again tomorrow, the same task stays a single entry.',
  phone: 'Page for a phone (.html)',
  phoneSay:
    'Send it to a phone and open it there to call, tick people off and choose outcomes, all offline. Copy the results back afterwards.',
  paperSay: 'A box for each person: mark the outcome, write down the next time.',
  toKnow: 'Before you take it along',
  held_one: '{{count, number}} person is held back, and not on the list:',
  held_other: '{{count, number}} people are held back, and not on the list:',
  heldOne: '{{name}}: {{why}}',
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
  noSay_one: 'No template can be filled in for {{count, number}} person: only the reason is given.',
  noSay_other: 'No template can be filled in for {{count, number}} people: only the reason is given.',
  noReach_one: '{{count, number}} person has no phone, nickname or order number.',
  noReach_other: '{{count, number}} people have no phone, nickname or order number.',
  empty: 'Nobody is to be contacted today: there is nothing to take along.',
  emptyBack: 'Back to Today',
  written_one: 'Saved, {{count, number}} person',
  written_other: 'Saved, {{count, number}} people',
  also_one: '{{why}}; {{count, number}} more for this person today, handle them together',
  also_other: '{{why}}; {{count, number}} more for this person today, handle them together',
  heading: 'Follow-ups of the day',
  mind: 'Tip',
  speak: 'Say',
  next: 'Next',
  note: 'Note',
  order: 'Order no.',
  masked: 'Names and numbers are shown in part',
  whole: 'Names and numbers are shown in full: keep it safe',
  foot: { people: 'On the list', held: 'Held back' },
  keys: { open: 'P take along', turn: 'PgUp PgDn turn', print: 'Ctrl P print', back: 'Esc back' },
};
