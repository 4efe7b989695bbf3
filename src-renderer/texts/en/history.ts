/** Texts of this page, in English. */

import type { SameKeys } from '../text-shape.ts';
import type { history as zh } from '../zh-CN/history.ts';

export const history: SameKeys<typeof zh> = {};
