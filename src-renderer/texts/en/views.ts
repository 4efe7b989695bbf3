/** Saved views of the customer list: filter, columns, order and row height. */

import type { SameKeys } from '../text-shape.ts';
import type { views as zh } from '../zh-CN/views.ts';

export const views: SameKeys<typeof zh> = {
  title: 'View',
  hint: 'Switch to a saved view: filter, columns, order and row height change together',
  none: 'Default',
  unsaved: 'changed, not saved',
  save: 'Save to “{{name}}”',
  revert: 'Discard the changes',
  saveNew: 'Save as a new view…',
  rename: 'Rename…',
  remove: 'Remove this view',
  keep: 'Save',
  newTitle: 'Save as a new view',
  renameTitle: 'Name of the view',
  name: 'Name of the view',
  nameHint: 'For example: Monday’s calls',
  holds:
    'Saves the filter, columns, order and row height as they are now. The last used view comes back when you open the list.',
  saved: 'Saved as the view “{{name}}”',
  changed: 'View “{{name}}” saved as it is now',
  renamed: 'View “{{before}}” is now called “{{name}}”',
  removed: 'View “{{name}}” removed',
};
