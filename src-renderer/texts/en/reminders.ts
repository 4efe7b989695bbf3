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
  trialNobody: 'There is nobody to contact today; on such a day nothing is shown.',
  row: 'Morning reminder',
  rowSay: 'Once a day, with counts only, without names or phones; nothing on days with nobody to contact',
  at: 'Time',
  tryIt: 'Show one now',
  shown: 'It was shown. If you did not see it, allow notifications from Regulars in the system settings.',
  notShown:
    'System notifications do not work here (opened in a browser, or the system has none): the window itself will remind you at that time.',
  open: 'Go to Today',
  tray: 'When the window closes',
  trayOn: 'Stay in the tray, so that reminders still appear',
  traySay: 'Open and quit it from the tray icon',
  trayNot: 'This computer has no tray: closing the window quits the program',
  missed: {
    line_one: 'Regulars has been closed since {{since}}; 1 follow-up came due: {{kinds}}.',
    line_other: 'Regulars has been closed since {{since}}; {{count, number}} follow-ups came due: {{kinds}}.',
    kind: '{{count, number}} {{what}}',
    allOf: 'all {{what}}',
    kinds: {
      renew: 'for customers due to buy again',
      after: 'after a purchase',
      dormant: 'for customers about to leave',
      occasion: 'for birthdays and dates',
      refund: 'after a refund',
      unpaid: 'for unpaid orders',
      cycle: 'for items due for replacement',
      tier: 'for a new tier',
      level: 'for a new level',
      hand: 'planned by you',
    },
    see: 'Show them',
    dismiss: 'Got it',
    tab: 'Came due while closed',
    since: 'Due since, and why',
    stands: 'Now',
    places: { today: 'on today’s list', later: 'planned for {{day}}', held: 'held back', passed: 'too late now' },
    more: '{{count, number}} more are not listed',
  },
};
