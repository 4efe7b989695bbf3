/** Texts of this page, in English. */

import type { customers as zh } from '../zh-CN/customers.ts';
import type { SameKeys } from '../text-shape.ts';

export const customers: SameKeys<typeof zh> = {};
