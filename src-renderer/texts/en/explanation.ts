/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { explanation as zh } from '../zh-CN/explanation.ts';

export const explanation: SameKeys<typeof zh> = {};
