/** Which answers a change makes old. The host names topics; the page asks again what belongs to them. */

import type { Topic } from '../../src-shared/contract/method.ts';

const figures = [
  'customers',
  'identities',
  'orders',
  'rfm',
  'levels',
  'ladder',
  'metrics',
  'explain',
  'lists',
  'ledger',
  'exclusions',
  'segments',
  'tags',
  'fields',
  'labels',
  'reports',
  'forecasts',
] as const;

/** Who waits on which day goes by orders, by what is known of people, and by the rules. */
const agenda = [
  'leads',
  'followUps',
  'reminders',
  'careRules',
  'strategies',
  'plans',
  'service',
  'guard',
  'templates',
  'sendLists',
  'daySheets',
] as const;

/** Topic → the nouns of methods that read it. */
const readers: Readonly<Record<Topic, readonly string[]>> = {
  customers: [...figures, ...agenda],
  orders: [...figures, ...agenda, 'coverage'],
  followUps: agenda,
  imports: ['imports', 'mappings', 'aside', 'ledger', 'coverage'],
  settings: [
    'settings',
    'views',
    'customers',
    'rfm',
    'levels',
    'ladder',
    'explain',
    'metrics',
    'lists',
    'labels',
    'reports',
    'forecasts',
    ...agenda,
  ],
  backups: ['backups', 'ledger'],
  journal: ['journal'],
  // Another ledger lies open (the demo shop, a restored backup): nothing known holds any more.
  ledger: [
    ...figures,
    ...agenda,
    'coverage',
    'imports',
    'mappings',
    'aside',
    'settings',
    'views',
    'backups',
    'journal',
  ],
};

/** True when the answer of `method` may differ after a change of these topics. */
export function isTouchedBy(method: string, changed: readonly Topic[]): boolean {
  const noun = method.slice(0, method.indexOf('.'));
  return changed.some((topic) => readers[topic].includes(noun));
}
