/** Texts of this page, in English. */

import type { customer as zh } from '../zh-CN/customer.ts';
import type { SameKeys } from '../text-shape.ts';

export const customer: SameKeys<typeof zh> = {};
