/** What is said when the ledger cannot be opened. */

import type { SameKeys } from '../text-shape.ts';
import type { recovery as zh } from '../zh-CN/recovery.ts';

export const recovery: SameKeys<typeof zh> = {
  damaged: {
    title: 'The ledger file is damaged; your backups are there',
    titleNone: 'The ledger file is damaged',
    lead: 'The file turned out to be damaged when it was opened: a power cut, a failing disk, or a sync program that touched it. Choose a backup and go on from there.',
    kept: 'Nothing was deleted. The damaged file stays as it is, and is kept in the data folder after a restore too.',
  },
  missing: {
    title: 'The ledger file is gone; your backups are there',
    titleNone: 'The ledger file is gone',
    lead: 'There is no ledger.db in the data folder. Perhaps it was moved, renamed or cleaned away. If you can find it, put it back and try again; if not, restore a backup.',
    kept: 'The backups are all there, untouched.',
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
  looking: 'Looking through this backup page by page…',
  again:
    'Orders from {{from}} to {{to}} need importing again ({{days, number}} days). Overlaps do no harm: an order never counts twice.',
  againNone: 'Its orders reach {{to}}: nothing needs importing again.',
  againAll: 'This backup holds no orders yet: all order files need importing again.',
  edits: 'Notes and names written after the backup need writing again.',
  restore: 'Restore this one',
  restoring: 'Restoring…',
  restored: 'Restored the backup of {{at}}',
  mayReturn: 'Afterwards you can still choose another one under Settings.',
  none: {
    title: 'There is no backup here',
    lead: 'The data folder holds no backup. What you can still do:',
    step: {
      one: 'If you kept a backup elsewhere (a USB stick, your documents), put it into backups in the data folder and try again.',
      two: 'If not, move ledger.db to a safe place, do not delete it, and try again: you begin with an empty ledger.',
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
      lead: 'Another Regulars holds this ledger. Only one program may hold it at a time, so that the books stay right.',
      todo: 'Find the other window (or command line), close it, then try again.',
      kept: 'The ledger was not touched.',
    },
    'ledger-locked': {
      title: 'Another program holds the ledger',
      lead: 'Perhaps a backup program or a virus scanner is reading it. That is usually over in a moment.',
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
      title: 'The data folder cannot be written',
      lead: 'This folder can only be read, and holds no ledger yet: there is nothing to look at and none can be made.',
      todo: 'Check the permissions of the folder, or whether the disk is write-protected, then try again.',
      kept: 'Nothing in the folder was touched.',
    },
    'ledger-is-newer': {
      title: 'This ledger needs a newer Regulars',
      lead: 'A newer version wrote it. This version does not understand all of it and would do it harm.',
      todo: 'Install the newer Regulars, then open it again.',
      kept: 'The ledger was not touched; your data is all there.',
    },
    'ledger-migration-changed': {
      title: 'Program and ledger do not match',
      lead: 'The files of this program seem changed or incomplete: they differ from what the ledger was made with.',
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
