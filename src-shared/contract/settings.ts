/** Settings: each a schema with a default. Kept in the ledger. */

import { z } from 'zod';
import { defaultTypedLines } from '../rfm.ts';
import { listColumns } from './lists.ts';
import { method } from './method.ts';
import { typedLinesSchema } from './metrics.ts';
import { definitionSchema, emptySchema } from './schemas.ts';

export const settingsSchema = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  fontSize: z.number().int().min(12).max(20).default(13),
  density: z.enum(['compact', 'normal', 'loose']).default('normal'),
  rfmDefinition: definitionSchema.default('quantile'),
  typedLines: typedLinesSchema.default(defaultTypedLines),
  includeLikely: z.boolean().default(true),
  customerColumns: z
    .array(z.string())
    .default(['name', 'tier', 'lastDay', 'recencyDays', 'orders', 'netMinor', 'averageMinor', 'lastItem', 'city']),
  printColumns: z
    .array(z.enum(listColumns))
    .default(['name', 'tier', 'city', 'phone', 'lastDay', 'orders', 'netMinor', 'lastItem', 'tick', 'result']),
  printPaper: z.enum(['A4', 'A5', 'Letter']).default('A4'),
  printLandscape: z.boolean().default(false),
});
export type Settings = z.output<typeof settingsSchema>;

export const settingMethods = {
  'settings.read': method(emptySchema, settingsSchema),
  /** Every given setting is changed; the change is in the journal. */
  'settings.change': method(settingsSchema.partial(), settingsSchema),
};
