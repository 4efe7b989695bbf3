/** What the host tells without being asked. */

import { z } from 'zod';
import { topics } from './method.ts';
import { countSchema } from './schemas.ts';
import { fileTicketSchema } from './shell.ts';

export const eventSchemas = {
  /** The ledger changed: ask again what belongs to these topics. */
  'ledger.changed': z.object({ topics: z.array(z.enum(topics)) }),
  'imports.progress': z.object({
    job: z.string(),
    phase: z.enum(['reading', 'folding', 'matching', 'writing', 'backing-up']),
    done: countSchema,
    /** null while it cannot be known. */
    total: countSchema.nullable(),
  }),
  /** The host was started again; calls under way ended with the Problem `ledger-restarted`. */
  'ledger.restarted': z.object({}),
  /** How many short writes wait for an import to end. */
  'ledger.waiting': z.object({ writes: countSchema }),
  /** The menu asks the page to do something; `open-files` brings files the program was started with. */
  'shell.command': z.object({ command: z.string(), files: z.array(fileTicketSchema).optional() }),
};

export type EventName = keyof typeof eventSchemas;
export type EventDetail<Name extends EventName> = z.output<(typeof eventSchemas)[Name]>;
