/** Import history: every batch can be taken back, and brought in again. */

import type { SameKeys } from '../text-shape.ts';
import type { history as zh } from '../zh-CN/history.ts';

export const history: SameKeys<typeof zh> = {
  title: 'Import history',
  say: 'posted: {{live, number}}, undone: {{undone, number}}',
  empty: 'No file has been imported yet.',
  when: 'Posted',
  files: 'Files',
  shop: 'Shop',
  new: 'New',
  changed: 'Updated',
  same: 'Same',
  skipped: 'Stopped',
  net: 'Net',
  state: 'State',
  live: 'Posted',
  undone: 'Undone {{at}}',
  undo: 'Undo',
  redo: 'Bring back',
  ordersOf: 'Orders of this import',
  rows: 'rows: {{count, number}}',
  andMore: '{{count, number}} files',
  undoAsk: 'Undo the import of “{{name}}”?',
  undoSay:
    'The orders these files brought leave the ledger, as if they had never been imported. Your notes and names are kept, and it can be brought back at any time.',
  undoneToast: 'Undone: orders removed {{removed, number}}, changed back {{changed, number}}',
  redoneToast: 'Brought back: orders {{restored, number}}',
  editsKept: 'These notes belong to nobody for the moment. They are kept and return with the customer:',
  working: 'Undoing',
  reworking: 'Bringing back',
  mappings: 'Remembered columns',
  mappingsSay: 'Files with the same column names are read this way without asking.',
  forget: 'Forget',
  forgotten: '“{{name}}” is forgotten',
};
