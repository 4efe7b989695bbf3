/** What is said when the ledger cannot be opened. */

import type { SameKeys } from '../text-shape.ts';
import type { recovery as zh } from '../zh-CN/recovery.ts';

export const recovery: SameKeys<typeof zh> = {
  damaged: {
    title: 'The ledger file is damaged; your backups are safe',
    titleNone: 'The ledger file is damaged',
    lead: 'The file was found damaged when it was opened. A power cut, a failing disk or a sync program may have caused it. Choose a backup and carry on from there.',
    kept: 'Nothing was deleted. The damaged file is kept in the data folder as it is, also after a restore.',
  },
  missing: {
    title: 'The ledger file is missing; your backups are safe',
    titleNone: 'The ledger file is missing',
    lead: 'There is no ledger.db in the data folder. Perhaps it was moved, renamed or cleaned away. If you can find it, put it back and try again; if not, restore a backup.',
    kept: 'All backups are there, untouched.',
  },
  backups: 'Backups, newest first',
  column: {
    choose: 'Choose',
    madeAt: 'Made',
    reason: 'How',
    customers: 'Customers',
    orders: 'Orders',
    lastDay: 'Orders until',
  },
  reason: {
    day: 'Daily',
    import: 'Before an import',
    migration: 'Before an upgrade',
    restore: 'Before a restore',
    owner: 'Made by you',
  },
  choose: 'Choose the backup of {{at}}',
  after: 'The ledger after a restore',
  fact: { madeAt: 'Backup of', customers: 'Customers', orders: 'Orders', net: 'Net', lastDay: 'Orders until' },
  looking: 'Checking this backup page by page…',
  again:
    'Orders from {{from}} to {{to}} have to be imported again ({{days, number}} days). Overlaps do no harm: an order never counts twice.',
  againNone: 'Its orders reach {{to}}: nothing has to be imported again.',
  againAll: 'This backup holds no orders yet: all order files have to be imported again.',
  edits: 'Notes and names written after this backup have to be written again.',
  restore: 'Restore this one',
  restoring: 'Restoring…',
  restored: 'Restored the backup of {{at}}',
  mayReturn: 'You can still choose another one later, under Settings.',
  none: {
    title: 'There is no backup here',
    lead: 'The data folder holds no backup. What you can still do:',
    step: {
      one: 'If you kept a backup elsewhere (a USB stick, your documents), put it into the “backups” folder in the data folder and try again.',
      two: 'If not, move ledger.db to a safe place (do not delete it) and try again: you start with an empty ledger.',
      three: 'Import your order files again. Customers and tiers are worked out from the orders.',
    },
  },
  folder: 'Data folder: {{folder}}',
  retry: 'Try again',
  lookAnyway: 'Not now, show the ledger',
  band: 'The ledger file is damaged: what you see may be incomplete.',
  bandRestore: 'Restore a backup…',
  otherLanguage: '中文',
  stuck: {
    'ledger-in-use': {
      title: 'The ledger is open elsewhere',
      lead: 'Regulars already has this ledger open in another window. Only one may have it open at a time, so that the books stay right.',
      todo: 'Find the other window (or command line), close it, then try again.',
      kept: 'The ledger was not touched.',
    },
    'ledger-locked': {
      title: 'Another program is using the ledger',
      lead: 'A backup program or a virus scanner may be reading it. That is usually over in a moment.',
      todo: 'Wait a little, then try again.',
      kept: 'The ledger was not touched.',
    },
    'ledger-full': {
      title: 'The disk is full',
      lead: 'Opening the ledger takes a little space, and this disk has none left.',
      todo: 'Free some space (a few hundred MB will do), then try again.',
      kept: 'Everything you had is there.',
    },
    'ledger-read-only': {
      title: 'The data folder is read-only',
      lead: 'This folder is read-only and holds no ledger yet, so there is nothing to look at and none can be created.',
      todo: 'Check the permissions of the folder, or whether the disk is write-protected, then try again.',
      kept: 'Nothing in the folder was touched.',
    },
    'ledger-is-newer': {
      title: 'This ledger needs a newer Regulars',
      lead: 'A newer version wrote it. This version does not understand all of it and could damage it.',
      todo: 'Install the newer Regulars, then open it again.',
      kept: 'The ledger was not touched; your data is all there.',
    },
    'ledger-migration-changed': {
      title: 'Program and ledger do not match',
      lead: 'The files of this program seem to be changed or incomplete: they differ from those the ledger was made with.',
      todo: 'Install Regulars again, then open it.',
      kept: 'The ledger was not touched; your data is all there.',
    },
    'ledger-is-foreign': {
      title: 'This is not a ledger of Regulars',
      lead: 'The ledger.db in the data folder belongs to another program.',
      todo: 'Move that file elsewhere, or give Regulars another data folder, then try again.',
      kept: 'That file was not touched.',
    },
    'sqlite-too-old': {
      title: 'The program is incomplete',
      lead: 'Its database component is too old to be safe for your books, so the ledger was not opened.',
      todo: 'Install Regulars again, then open it.',
      kept: 'The ledger was not touched; your data is all there.',
    },
  },
};
