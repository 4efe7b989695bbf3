/** The lines and words of the ladder, as a setting. */

import { z } from 'zod';
import { ladderSteps } from '../ladder.ts';

export const ladderRulesSchema = z.strictObject({
  oftenOrders: z.number().int().min(1).max(1_000_000).nullable(),
  averageMinor: z.number().int().min(0).max(1_000_000_000_000).nullable(),
  names: z.partialRecord(z.enum(ladderSteps), z.string().trim().max(20)),
});
