/** The texts of tags and of changing many people at once. */

import type { SameKeys } from '../text-shape.ts';
import type { tags as zh } from '../zh-CN/tags.ts';

export const tags: SameKeys<typeof zh> = {
  title: 'Tags',
  add: 'Add tag',
  addHint: 'Add a tag (T)',
  which: 'Which tag',
  typeOne: 'Type one, or choose one there is',
  chooseOne: 'Choose one there is',
  take: 'Take tag “{{name}}” away',
  given: 'Tagged “{{name}}”',
  taken: 'Tag “{{name}}” taken away',
  kept_one: '; {{count, number}} was changed since and stays so: {{people}}',
  kept_other: '; {{count, number}} were changed since and stay so: {{people}}',
  bulk: {
    open: 'Change all',
    hint: 'Change many (E): those selected, or the whole list',
    title: 'Change many at once',
    what: 'What to change',
    way: {
      tagAdd: 'Add a tag',
      tagRemove: 'Take a tag away',
      noteAppend: 'Add a line to the note',
      noteReplace: 'Replace the note',
      noteClear: 'Clear the note',
    },
    noteText: 'Text of the note',
    unready: 'Once it is filled in, you see here what would change.',
    changes_one: '{{count, number}} customer changes',
    changes_other: '{{count, number}} customers change',
    stays: '; {{total, number}} in all, {{same, number}} are so already',
    before: 'Before: ',
    value: '{{text}} {{count, number}}',
    others_one: ', {{count, number}} other',
    others_other: ', {{count, number}} others',
    comma: ', ',
    nothing: '(none)',
    customer: 'Customer',
    was: 'Before',
    becomes: 'After',
    carryOut_one: 'Change {{count, number}}',
    carryOut_other: 'Change {{count, number}}',
    done_one: '{{count, number}} customer changed',
    done_other: '{{count, number}} customers changed',
  },
};
