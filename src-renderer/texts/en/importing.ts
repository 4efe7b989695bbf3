/** Importing: choosing files, the check, posting. */

import type { SameKeys } from '../text-shape.ts';
import type { importing as zh } from '../zh-CN/importing.ts';

export const importing: SameKeys<typeof zh> = {
  chooseTitle: 'Choose order files',
};
