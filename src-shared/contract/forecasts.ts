/** What customers will do: a model of all, how right it would have been, and what it says of one. Estimates, all of it. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, minorSchema } from './schemas.ts';

export const backtestSchema = z.object({
  /** Fitted to what was known at the end of this day, and held against the weeks after it. */
  until: daySchema,
  weeks: countSchema,
  customers: countSchema,
  /** Purchase days of them all in these weeks. */
  predicted: z.number(),
  actual: countSchema,
  /** From the tenth of whom least was expected to that of whom most was: means of a customer. */
  deciles: z.array(
    z.object({
      customers: countSchema,
      predicted: z.number(),
      actual: z.number(),
      /** Estimated share of them that comes at all, and the share that came. */
      chance: z.number(),
      came: z.number(),
    }),
  ),
  /** How far these two lie apart: the mean of a customer, and the most of a tenth. 0 … 1. */
  chanceOff: z.object({ mean: z.number(), most: z.number() }),
});
export type Backtest = z.output<typeof backtestSchema>;

export const forecastSchema = z.object({
  on: daySchema,
  currency: z.string(),
  customers: countSchema,
  /** Of them, who came on a second day. */
  repeaters: countSchema,
  /** Why nothing is foretold: too few came again; what they did does not tell when people leave. null: there is a model. */
  without: z.enum(['few', 'unclear']).nullable(),
  /** MBG/NBD, times in weeks. */
  model: z
    .object({
      r: z.number(),
      alpha: z.number(),
      a: z.number(),
      b: z.number(),
      logLikelihood: z.number(),
      evaluations: countSchema,
    })
    .nullable(),
  /** Gamma-Gamma over minor units; null: what people spend cannot be modelled, and their own means are taken. */
  spend: z
    .object({ p: z.number(), q: z.number(), v: z.number(), customers: countSchema, correlation: z.number() })
    .nullable(),
  /** Mean net of a purchase day. */
  overallMinor: minorSchema,
  /** Half of all who came once are back after so many days (Kaplan–Meier); null: not half of them yet. */
  medianDays: countSchema.nullable(),
  /** Over all customers. */
  sums: z
    .object({
      active: z.number(),
      orders90: z.number(),
      orders365: z.number(),
      net90Minor: minorSchema,
      net365Minor: minorSchema,
    })
    .nullable(),
  backtest: backtestSchema.nullable(),
  sql: z.string(),
});
export type Forecast = z.output<typeof forecastSchema>;

const forecastBasisSchema = z.object({
  on: daySchema,
  shop: idSchema.optional(),
  /** Orders that a rule excludes count too. Default false. */
  excluded: z.boolean().optional(),
});

export const personForecastSchema = z.object({
  /** Days on which they bought, up to the day asked for: the first, the last, and how many. 0: nothing to go by. */
  purchases: countSchema,
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** What it goes by: the model; else their own rhythm; else half of all who came once; null: nothing. */
  by: z.enum(['model', 'rhythm', 'shop']).nullable(),
  /** Only by the model. */
  foretold: z
    .object({
      /** 0 … 1: that they still come. */
      active: z.number(),
      orders90: z.number(),
      orders365: z.number(),
      net90Minor: minorSchema,
      net365Minor: minorSchema,
    })
    .nullable(),
  /** When the next purchase is due, if they still come; by the model: half of such come before it, and one in ten each before and after the others. */
  next: z.object({ day: daySchema, from: daySchema.nullable(), to: daySchema.nullable() }).nullable(),
  currency: z.string(),
});
export type PersonForecast = z.output<typeof personForecastSchema>;

export const forecastMethods = {
  /** Worked out in a process of its own, and kept while the ledger stays as it is. */
  'forecasts.read': method(forecastBasisSchema, forecastSchema),
  'forecasts.customer': method(forecastBasisSchema.extend({ customer: idSchema }), personForecastSchema),
};
