/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { settings as zh } from '../zh-CN/settings.ts';

export const settings: SameKeys<typeof zh> = {};
