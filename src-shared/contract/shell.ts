/** What the surroundings of the page can do: the Electron shell, or the browser in the preview. */

import { z } from 'zod';
import { method } from './method.ts';
import { countSchema, doneSchema, emptySchema, ticketSchema } from './schemas.ts';

export const fileTicketSchema = z.object({ ticket: ticketSchema, name: z.string(), bytes: countSchema });
export type FileTicket = z.output<typeof fileTicketSchema>;

export const shellMethods = {
  'shell.info': method(
    emptySchema,
    z.object({
      kind: z.enum(['electron', 'browser']),
      platform: z.string(),
      version: z.string(),
      canPrintToPdf: z.boolean(),
      /** A window that is closed can stay in the system's tray. */
      canTray: z.boolean(),
    }),
  ),
  /** Empty when the person closed the dialog. */
  'shell.chooseFiles': method(z.object({ title: z.string() }), z.object({ files: z.array(fileTicketSchema) })),
  /** Where to save; null when the person closed the dialog. */
  'shell.chooseTarget': method(z.object({ name: z.string() }), z.object({ target: ticketSchema.nullable() })),
  /** Sends the page's paper to the printer dialog. */
  'shell.print': method(
    z.object({ paper: z.enum(['A4', 'A5', 'Letter']), landscape: z.boolean() }),
    z.object({ printed: z.boolean() }),
  ),
  'shell.printToPdf': method(
    z.object({ paper: z.enum(['A4', 'A5', 'Letter']), landscape: z.boolean(), target: ticketSchema }),
    z.object({ bytes: countSchema }),
  ),
  /** Shows the data folder, the one of the backups, or a saved file by its ticket, in the file manager. */
  'shell.reveal': method(
    z.object({ what: z.union([z.enum(['data-folder', 'backup-folder']), ticketSchema]) }),
    doneSchema,
  ),
  /** A notification of the system; a click brings the window forward, and opens the room that is named. `shown`: false where there are none. */
  'shell.notify': method(
    z.object({ title: z.string(), body: z.string(), opens: z.enum(['today']).optional() }),
    z.object({ shown: z.boolean() }),
  ),
  /** Whether closing the window puts it into the tray, and how many are to be contacted today. `kept`: false where there is no tray. */
  'shell.setTray': method(
    z.object({ on: z.boolean(), count: countSchema.nullable() }),
    z.object({ kept: z.boolean() }),
  ),
  'shell.setLook': method(
    z.object({ theme: z.enum(['system', 'light', 'dark']), language: z.enum(['zh-CN', 'en']) }),
    doneSchema,
  ),
  'shell.copy': method(z.object({ text: z.string(), html: z.string().optional() }), doneSchema),
};
