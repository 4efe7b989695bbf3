/** Texts of this page, in English. */

import type { explanation as zh } from '../zh-CN/explanation.ts';
import type { SameKeys } from '../text-shape.ts';

export const explanation: SameKeys<typeof zh> = {};
