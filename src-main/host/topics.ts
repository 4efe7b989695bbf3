/** Which methods change what: after one of these the host tells the pages which topics to ask again. */

import type { LedgerMethod } from '../../src-shared/contract/index.ts';
import type { Topic } from '../../src-shared/contract/method.ts';

/** Another ledger lies open: nothing a page knows holds any more. */
export const everything: readonly Topic[] = [
  'customers',
  'orders',
  'imports',
  'followUps',
  'settings',
  'backups',
  'journal',
  'ledger',
];
const imported: readonly Topic[] = ['customers', 'orders', 'imports', 'journal', 'backups', 'ledger'];
const edited: readonly Topic[] = ['customers', 'journal'];
/** The agenda alone. */
const followed: readonly Topic[] = ['followUps', 'journal'];
/** Orders belong to others now. */
const decided: readonly Topic[] = ['customers', 'orders', 'journal', 'ledger'];

export const topicsOf: Readonly<Partial<Record<LedgerMethod, readonly Topic[]>>> = {
  'imports.apply': imported,
  'imports.undo': imported,
  'imports.redo': imported,
  'byHand.lead': imported,
  'byHand.order': imported,
  'aside.attach': ['customers', 'orders', 'imports', 'journal', 'ledger'],
  'aside.letGo': ['imports', 'journal'],
  'mappings.keep': ['imports'],
  'mappings.import': ['imports'],
  'mappings.forget': ['imports', 'journal'],
  'customers.edit': edited,
  'customers.wish': edited,
  'customers.markPoint': edited,
  'customers.relate': edited,
  'customers.split': decided,
  'identities.merge': decided,
  'identities.confirmLikely': decided,
  'identities.neverSame': decided,
  'identities.later': edited,
  'identities.unmerge': decided,
  // What an undone edit touched is anybody's guess: a setting, a note, a split person.
  'journal.undo': ['customers', 'orders', 'imports', 'followUps', 'settings', 'journal', 'ledger'],
  'journal.redo': ['customers', 'orders', 'imports', 'followUps', 'settings', 'journal', 'ledger'],
  'tags.save': edited,
  'tags.remove': edited,
  'customers.tag': edited,
  'customers.setLevel': edited,
  'fields.save': edited,
  'fields.remove': edited,
  'customers.setField': edited,
  'views.save': ['settings', 'journal'],
  'views.remove': ['settings', 'journal'],
  'customers.bulkEdit': edited,
  'leads.set': edited,
  'followUps.plan': followed,
  'followUps.record': ['followUps', 'customers', 'journal'],
  'followUps.move': followed,
  'followUps.drop': followed,
  'contacts.sent': ['followUps', 'customers', 'journal'],
  'careRules.save': followed,
  'careRules.remove': followed,
  'careRules.begin': followed,
  'strategies.save': followed,
  'strategies.remove': followed,
  'strategies.launch': followed,
  'templates.save': followed,
  'templates.remove': followed,
  'templates.begin': followed,
  'sendLists.saveLayout': followed,
  'sendLists.removeLayout': followed,
  'service.save': ['followUps', 'customers', 'journal'],
  'service.remove': ['followUps', 'customers', 'journal'],
  'segments.save': edited,
  'segments.rename': edited,
  'segments.remove': edited,
  'segments.freeze': edited,
  'segments.thaw': edited,
  'coverage.mark': ['imports', 'journal'],
  'coverage.clear': ['imports', 'journal'],
  'exclusions.save': ['customers', 'orders', 'journal', 'ledger'],
  'exclusions.remove': ['customers', 'orders', 'journal', 'ledger'],
  'settings.change': ['settings', 'journal'],
  'backups.make': ['backups'],
  'backups.restore': everything,
  'demo.open': everything,
  'demo.leave': everything,
  'demo.remove': everything,
};
