/** Makes the keys of every text known to the compiler. */

import 'i18next';
import type { zh } from './zh-CN/all.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
    returnNull: false;
  }
}
