/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { tiers as zh } from '../zh-CN/tiers.ts';

export const tiers: SameKeys<typeof zh> = {};
