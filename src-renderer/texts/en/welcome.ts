/** The first opening. */

import type { SameKeys } from '../text-shape.ts';
import type { welcome as zh } from '../zh-CN/welcome.ts';

export const welcome: SameKeys<typeof zh> = {
  title: 'First, bring in your orders',
  lead: 'Drag the order files you downloaded here. Regulars will tell you who comes back, who is slipping away, and which tier each one is in.',
  dropTitle: 'Drag files here, several at once if you like',
  dropSay: 'CSV, XLSX, XLS or ZIP just as downloaded; do not save them in Excel first',
  choose: 'Choose files…',
  restore: 'Restore a backup',
  history: 'Imports you undid are kept in the history and can be brought back',
  demoTitle: 'No file at hand? Look at the demo shop',
  demoSay: 'A made-up tea shop with two years of orders; every page works.',
  demoSafe: 'One click removes it; it is never mixed with your own data.',
  demoOpen: 'Open the demo shop',
  demoOpening: 'Getting the demo shop ready, a few seconds…',
  whereTitle: 'Where to download the files',
  where: {
    taobao: {
      name: 'Taobao, Tmall',
      path: 'Qianniu → Trade → Sold items → Export',
      tip: 'Drag the order list and the item list in together',
    },
    shopify: {
      name: 'Shopify',
      path: 'Admin → Orders → Export → CSV',
      tip: 'Drag in orders_export just as downloaded or e-mailed',
    },
    other: {
      name: 'Pinduoduo, JD, Douyin and a dozen others',
      path: 'Orders → Export, after-sale lists too',
      tip: 'Recognised at once; for other sheets you match the columns once',
    },
  },
  promisesTitle: 'Four promises',
  promises: {
    local: { what: 'Only on this computer. ', how: 'No network, no account.' },
    check: { what: 'Check first, post later. ', how: 'You see every result before it counts.' },
    undo: { what: 'Undo at any time. ', how: 'Even an import from three months ago.' },
    source: { what: 'Every figure has a source. ', how: 'Down to file, row and cell.' },
  },
  folder: 'Data is kept in {{folder}}',
  keyChoose: 'Ctrl O choose files',
  keyHelp: 'F1 keyboard',
};
