/** The journal: every write that is not an import, and the way back from each. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, doneSchema, idSchema, windowSchema } from './schemas.ts';

export const journalMethods = {
  'journal.list': method(
    z.object({ window: windowSchema }),
    z.object({
      total: countSchema,
      entries: z.array(
        z.object({
          edit: idSchema,
          at: z.string(),
          reason: z.string(),
          subject: z.string(),
          field: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
          undone: z.boolean(),
        }),
      ),
    }),
  ),
  'journal.undo': method(z.object({ edit: idSchema }), doneSchema),
  'journal.redo': method(z.object({ edit: idSchema }), doneSchema),
};
