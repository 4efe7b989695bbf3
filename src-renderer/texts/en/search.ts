/** The search box at the top, and its commands. */

import type { SameKeys } from '../text-shape.ts';
import type { search as zh } from '../zh-CN/search.ts';

export const search: SameKeys<typeof zh> = {
  placeholder: 'Find a customer: name, end of phone, order number',
  label: 'Find a customer or a command',
  key: 'Ctrl K',
  customers: 'Customers',
  commands: 'Commands',
  nothing: 'Nothing found for “{{text}}”',
  hint: '↑↓ choose, Enter open, Esc close',
  hits: '{{count}} found',
  orders_one: '1 order',
  orders_other: '{{count, number}} orders',
  never: 'bought nothing yet',
  why: {
    name: 'name',
    pinyin: 'pinyin',
    initials: 'initials',
    phone: 'phone',
    buyerId: 'buyer id',
    email: 'e-mail',
    orderNumber: 'order number',
  },
  command: {
    customers: 'Go to Customers',
    tiers: 'Go to Tiers',
    print: 'Go to Print',
    import: 'Import an order file',
    history: 'See past imports',
    settings: 'Go to Settings',
    light: 'Switch to light',
    dark: 'Switch to dark',
    system: 'Light or dark like the system',
    chinese: 'Switch to Chinese (中文)',
    english: 'Switch to English',
  },
  words: {
    customers: 'customers people kehu',
    tiers: 'tiers fenceng',
    print: 'print paper dayin',
    import: 'import files daoru',
    history: 'history undo imports lishi',
    settings: 'settings shezhi',
    light: 'light theme liangse',
    dark: 'dark theme anse',
    system: 'system theme xitong',
    chinese: 'chinese language zhongwen',
    english: 'english language yingwen',
  },
};
