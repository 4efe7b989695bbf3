/** What came of the calls that were made: at which hour, and by which script. */

import { z } from 'zod';
import { tierBasisSchema } from './customers.ts';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema } from './schemas.ts';

const callCountSchema = z.object({
  calls: countSchema,
  /** Somebody answered, whatever they said. */
  reached: countSchema,
  /** 0 … 1: reached of calls; null: too few calls to speak of a share. */
  share: z.number().min(0).max(1).nullable(),
  willBuy: countSchema,
  /** An order that counts within 14 days of the call, seen until the last day asked for; or the outcome of the call says so. */
  ordered: countSchema,
  /** Calls of which these days are not over. */
  waiting: countSchema,
});
export type CallCount = z.output<typeof callCountSchema>;

export const callFigureMethods = {
  /** Calls from `from` until `basis.on`, both included; without `from` the last 90 days. Each call counts, also of one person. Throws `request-invalid`. */
  'followUps.callFigures': method(
    z
      .object({ basis: tierBasisSchema, from: daySchema.optional() })
      .refine(({ basis, from }) => from === undefined || from <= basis.on),
    z.object({
      from: daySchema,
      to: daySchema,
      total: callCountSchema,
      /** 0 … 23 on the clock of the machine that keeps the ledger, where there were calls. */
      hours: z.array(callCountSchema.extend({ hour: z.number().int().min(0).max(23) })),
      /** By the rule of care whose words were said, most calls first. `rule` null: planned by hand, and no `name`. A rule that `isGone` has the name it had. */
      scripts: z.array(
        callCountSchema.extend({ rule: idSchema.nullable(), name: z.string().nullable(), isGone: z.boolean() }),
      ),
    }),
  ),
};
