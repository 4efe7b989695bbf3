/** Texts of address labels. */

import type { SameKeys } from '../text-shape.ts';
import type { labels as zh } from '../zh-CN/labels.ts';

export const labels: SameKeys<typeof zh> = {
  title: 'Print labels',
  kind: 'What to print',
  kinds: { list: 'List', labels: 'Address labels' },
  say: '{{name}}: {{labels, number}} of {{count, number}} have a complete address',
  options: 'Layout',
  sheet: 'Sheet of labels (A4)',
  grid: '{{count}} labels, {{width}}×{{height}} mm',
  own: 'My own sizes',
  ownGrid: {
    columns: 'Labels in a row',
    rows: 'Rows',
    widthMm: 'Width',
    heightMm: 'Height',
    leftMm: 'Left edge',
    topMm: 'Top edge',
    gapXMm: 'Gap between columns',
    gapYMm: 'Gap between rows',
  },
  mm: 'mm',
  offSheet:
    'These labels do not fit on A4, so nothing was changed. They take {{width}} mm across (of 210) and {{height}} mm down (of 297).',
  start: 'Start at label',
  startSay: 'Labels before it stay empty, because they are already used. You can also click the label to start at.',
  startHere: 'Start at label {{label}}',
  text: 'What is on them',
  points: 'Text size (points)',
  phones: 'Phones',
  outlines: 'Cutting lines',
  calibrate: 'Calibrate the printer',
  calibrateSay:
    'Print the calibration page, measure it with a ruler and type in what you measured. Every sheet is then corrected by it.',
  calibrationPage: 'Print the calibration page',
  measured: {
    acrossMm: 'Line across (should be 150)',
    downMm: 'Line down (should be 200)',
    crossXMm: 'Cross from the left (20)',
    crossYMm: 'Cross from the top (20)',
  },
  resetMeasured: 'Remove the correction',
  corrected: 'Corrected by what you measured.',
  toKnow: 'Before you print',
  held_one:
    '1 person should not be contacted for now (something is open, they have just ordered, or were contacted lately): not printed.',
  held_other:
    '{{count, number}} people should not be contacted for now (something is open, they have just ordered, or were contacted lately): not printed.',
  refused_one: '1 person asked not to be contacted: not printed.',
  refused_other: '{{count, number}} people asked not to be contacted: not printed.',
  masked_one:
    '1 person’s address is masked, so nothing can be sent there: not printed. Import an order file with complete addresses.',
  masked_other:
    '{{count, number}} people’s addresses are masked, so nothing can be sent there: not printed. Import an order file with complete addresses.',
  without_one: '1 person has no address: not printed.',
  without_other: '{{count, number}} people have no address: not printed.',
  noPhone_one: '1 person has no phone that can be called: only name and address are printed.',
  noPhone_other: '{{count, number}} people have no phone that can be called: only name and address are printed.',
  cut_one: '1 address is too long even in the smallest size, so its end is cut off: {{names}}. Use larger labels.',
  cut_other:
    '{{count, number}} addresses are too long even in the smallest size, so their ends are cut off: {{names}}. Use larger labels.',
  small_one: '1 address is long and is printed smaller.',
  small_other: '{{count, number}} addresses are long and are printed smaller.',
  missing:
    'No font on this computer has these characters: {{signs}}. They would be printed as boxes. Install a font that has them.',
  tooMany:
    'The list has {{total, number}} people, but only the first {{most, number}} are looked at. Add conditions and print in parts.',
  ownPaper: 'Load the labels and print at 100%, not “fit to page”.',
  empty: 'Nobody in this list has a complete address, so there is nothing to print.',
  emptyBack: 'Back to the customers',
  across: 'Line across, 150 mm: measure its length',
  down: 'Line down, 200 mm: measure its length',
  cross: 'Cross: measure how far it is from the left and the upper edge',
  calibrationTitle: 'Calibration page. Print it at 100%.',
  foot: { labels_one: 'label', labels_other: 'labels', sheets_one: 'sheet of A4', sheets_other: 'sheets of A4' },
  keys: { start: 'S start at label' },
};
