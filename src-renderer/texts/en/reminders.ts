/** Reminders: the words of the notification, what came due while the program was closed, and the settings. */

import type { SameKeys } from '../text-shape.ts';
import type { reminders as zh } from '../zh-CN/reminders.ts';

export const reminders: SameKeys<typeof zh> = {
  title_one: '1 person to contact today',
  title_other: '{{count, number}} people to contact today',
  titleDemo_one: 'Demo shop: 1 person to contact today',
  titleDemo_other: 'Demo shop: {{count, number}} people to contact today',
  parts: {
    due: '{{count, number}} due',
    overdue: '{{count, number}} overdue',
    suggested: '{{count, number}} suggested',
  },
  calls: '{{parts}}; {{count, number}} of them by phone',
  between: ', ',
  colon: ': ',
  trial: 'This is what a reminder looks like',
  trialNobody: 'Nobody is to be contacted today; on such a day nothing is shown.',
  row: 'Morning reminder',
  rowSay: 'Once a day, with counts only, no names or phones; nothing when nobody is to be contacted',
  at: 'Time',
  tryIt: 'Show one now',
  shown: 'It was shown. If you did not see it, allow Regulars to notify you in the system’s settings.',
  notShown:
    'No system notifications here (opened in a browser, or the system has none): the window itself will remind you at that time.',
  open: 'Go to Today',
  tray: 'On closing',
  trayOn: 'Stay in the tray, so that reminders still come',
  traySay: 'Open and quit it from the tray icon',
  trayNot: 'This computer has no tray: closing the window quits',
  missed: {
    line_one: 'Closed since {{since}}; meanwhile 1 thing came due: {{kinds}}.',
    line_other: 'Closed since {{since}}; meanwhile {{count, number}} things came due: {{kinds}}.',
    kind: '{{what}} {{count, number}}',
    kinds: {
      renew: 'due to buy again',
      after: 'asking after a purchase',
      dormant: 'about to leave',
      occasion: 'birthdays and days',
      refund: 'after a refund',
      unpaid: 'not paid',
      cycle: 'due for a new one',
      tier: 'new in a tier',
      level: 'a level changed',
      hand: 'planned by you',
    },
    see: 'Show them',
    dismiss: 'Got it',
    tab: 'Came due while closed',
    since: 'Due since, and why',
    stands: 'Now',
    places: { today: 'on today’s list', later: 'stands on {{day}}', held: 'held back', passed: 'its time is over' },
    more: '{{count, number}} more are not listed',
  },
};
