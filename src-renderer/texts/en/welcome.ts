/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { welcome as zh } from '../zh-CN/welcome.ts';

export const welcome: SameKeys<typeof zh> = {};
