/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { print as zh } from '../zh-CN/print.ts';

export const print: SameKeys<typeof zh> = {};
