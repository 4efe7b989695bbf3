/** Service tickets (工单): what is open with somebody. While one is, they are not sold to. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, daySchema, idSchema, minorSchema } from './schemas.ts';

export const serviceKinds = ['question', 'complaint', 'return', 'exchange'] as const;

export const serviceContentSchema = z.object({
  about: z.enum(serviceKinds),
  /** The order's number, as text; null: none. */
  order: z.string().max(100).nullable(),
  text: z.string().trim().max(1000),
  opened: daySchema,
  due: daySchema.nullable(),
  /** null: open. */
  closed: daySchema.nullable(),
  /** How it ended. */
  outcome: z.string().trim().max(500),
  costMinor: minorSchema.nullable(),
});
export type ServiceContent = z.output<typeof serviceContentSchema>;

export const serviceTicketSchema = serviceContentSchema.extend({
  ticket: idSchema,
  /** null: nobody in the book any more. */
  customer: idSchema.nullable(),
  name: z.string(),
});
export type ServiceTicket = z.output<typeof serviceTicketSchema>;

/** Of one kind, or of `all`. `opened`, `closed` …: within the span; `open` and `late`: today. */
export const ticketCountSchema = z.object({
  about: z.enum([...serviceKinds, 'all']),
  opened: countSchema,
  closed: countSchema,
  /** Of those closed that had a day to be done by (`withDue`), on that day or before. */
  inTime: countSchema,
  withDue: countSchema,
  open: countSchema,
  late: countSchema,
  /** From opening to closing, of those closed; null: none was. */
  medianDays: countSchema.nullable(),
  /** Of those closed; `costUnknown` of them say nothing about it. */
  costMinor: minorSchema,
  costUnknown: countSchema,
});
export type TicketCount = z.output<typeof ticketCountSchema>;

export const serviceMethods = {
  /**
   * The oldest due first; closed ones after, the newest first. `fromFiles`: the newest orders whose status says that something is under way, as
   * of the day; they end when a file says so.
   */
  'service.list': method(
    z.object({ customer: idSchema.optional(), state: z.enum(['open', 'closed', 'all']), on: daySchema }),
    z.object({
      open: countSchema,
      tickets: z.array(serviceTicketSchema),
      fromFiles: z.array(
        z.object({
          customer: idSchema,
          name: z.string(),
          order: idSchema,
          number: z.string(),
          day: daySchema,
          status: z.string(),
          item: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What the tickets of a span come to: each kind there is any of, and all together last. */
  'service.report': method(
    z.object({ on: daySchema, from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to),
    z.object({ counts: z.array(ticketCountSchema).min(1) }),
  ),
  /** null: a new one. Throws `customer-unknown`, `service-ticket-unknown`. */
  'service.save': method(
    z.object({ ticket: idSchema.nullable(), customer: idSchema, content: serviceContentSchema }),
    z.object({ edit: idSchema, ticket: idSchema }),
  ),
  /** Throws `service-ticket-unknown`. */
  'service.remove': method(z.object({ ticket: idSchema }), z.object({ edit: idSchema })),
};
