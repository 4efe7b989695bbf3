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
  move: 'Moving from another computer? Restore a backup made there',
  history: 'Imports you undid are kept in the history and can be brought back',
  demoTitle: 'No file at hand? Look at the demo shop',
  demoSay: 'A made-up tea shop with two years of orders; every page works.',
  demoSafe: 'One click removes it; it is never mixed with your own data.',
  demoOpen: 'Open the demo shop',
  demoOpening: 'Getting the demo shop ready, a few seconds…',
  whereTitle: 'Where to download the files',
  steps: 'Steps',
  stepsTitle: '{{name}}: how to download order files',
  stepsLast:
    'Drag them in as they are. Opened and saved in Excel first, 19-digit order numbers lose their last digits.',
  where: {
    taobao: {
      name: 'Taobao, Tmall',
      path: 'Qianniu → Trade → Sold items → Export',
      tip: 'Drag the order list and the item list in together',
      steps: [
        'Open Qianniu and go to Trade → Sold items (已卖出的宝贝).',
        'Choose the days and click Export (批量导出). Long periods can be exported in parts: several files go in together, and nothing counts twice.',
        'When the reports are ready, download both the order list and the item list.',
      ],
    },
    pinduoduo: {
      name: 'Pinduoduo',
      path: 'Merchant centre → Orders → Export',
      tip: 'Names no buyers: counts as sales, not as customers',
      steps: [
        'Sign in to the merchant centre and open Orders (订单查询).',
        'Choose the days, click Export (导出), and download the file from the list of exports.',
        'If there were refunds, export the after-sales list too: that is where the amounts are. Either file may come first.',
      ],
    },
    jd: {
      name: 'JD.com',
      path: 'Merchant centre → Orders → Export',
      tip: 'At most 3 months at a time; several files are fine',
      steps: [
        'Sign in to the merchant centre and open Orders (订单管理).',
        'Choose the days and click Export (导出), at most 3 months at a time.',
        'Several files go in together, and nothing counts twice.',
      ],
    },
    douyin: {
      name: 'Douyin',
      path: 'Orders → Export orders',
      tip: 'Choose the export with recipients',
      steps: [
        'Sign in to the Doudian back office and open Orders (订单管理).',
        'Choose the days and click Export orders (导出订单), with recipients (含收件信息): without names and phones nobody can be recognised as a regular.',
        'Confirm by phone and download. If there were refunds, export the after-sales list too and drag both in.',
      ],
    },
    other: {
      name: 'Shopify, Youzan and others',
      path: 'Any table of orders',
      tip: 'Match its columns once; then it is recognised',
      steps: [
        'Shopify: Admin → Orders → Export, as CSV. Larger exports arrive by e-mail as orders_export.',
        'Youzan, Xiaohongshu, Kuaishou, WeChat, 1688, WooCommerce, Amazon, eBay, Etsy, TikTok Shop, Shopee, Lazada: look for the order export there. It is recognised at once.',
        'Any other table with an order number and a date in each row: match its columns once, and it is recognised from then on.',
      ],
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
