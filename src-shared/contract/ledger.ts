/** The ledger as a whole: what it holds, its backups, the demo shop. */

import { z } from 'zod';
import { method } from './method.ts';
import {
  countSchema,
  doneSchema,
  emptySchema,
  idSchema,
  marketplaceSchema,
  minorSchema,
  statusCountsSchema,
} from './schemas.ts';

export const totalsSchema = z.object({
  customers: countSchema,
  likely: countSchema,
  orders: countSchema,
  lines: countSchema,
  ordersWithoutBuyer: countSchema,
  status: statusCountsSchema,
  byCurrency: z.record(
    z.string(),
    z.object({ paidMinor: minorSchema, refundMinor: minorSchema, netMinor: minorSchema }),
  ),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
});
export type Totals = z.output<typeof totalsSchema>;

export const backupSchema = z.object({
  name: z.string(),
  madeAt: z.string(),
  reason: z.enum(['day', 'import', 'migration', 'restore', 'owner']),
  bytes: countSchema,
  orders: countSchema,
  customers: countSchema,
  lastDay: z.string().nullable(),
});
export type Backup = z.output<typeof backupSchema>;

export const ledgerStatusSchema = z.object({
  /** The demo shop is a ledger of its own, never mixed with the owner's. */
  demo: z.boolean(),
  hasDemo: z.boolean(),
  today: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
  customers: countSchema,
  likely: countSchema,
  orders: countSchema,
  lastDay: z.string().nullable(),
  lastBackupAt: z.string().nullable(),
  shops: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      marketplace: marketplaceSchema,
      currency: z.string(),
      orders: countSchema,
    }),
  ),
  /** A write that waits for an import to end. */
  waitingWrites: countSchema,
  importRunning: z.boolean(),
  /** The code of a Problem that only a backup mends: the ledger is damaged or gone. What is counted beside it may be nothing at all. */
  warning: z.string().nullable(),
});
export type LedgerStatus = z.output<typeof ledgerStatusSchema>;

export const verifyReportSchema = z.object({
  ok: z.boolean(),
  integrity: z.string(),
  foreignKeys: countSchema,
  ordersChecked: countSchema,
  ordersDiffering: z.array(z.string()),
  customersDiffering: countSchema,
  /** SHA-256 over all rows in business order, but history and journal. */
  stateHash: z.string(),
});
export type VerifyReport = z.output<typeof verifyReportSchema>;

export const ledgerMethods = {
  'ledger.status': method(emptySchema, ledgerStatusSchema),
  /** `excluded`: orders that a rule excludes are in it too. Default false. */
  'ledger.totals': method(z.object({ shop: idSchema.optional(), excluded: z.boolean().optional() }), totalsSchema),
  'ledger.verify': method(emptySchema, verifyReportSchema),
  'backups.list': method(emptySchema, z.object({ backups: z.array(backupSchema) })),
  'backups.make': method(emptySchema, backupSchema),
  /** Shows what a restore would bring before it is done. */
  'backups.preview': method(
    z.object({ name: z.string() }),
    z.object({ present: totalsSchema, restored: totalsSchema, madeAt: z.string() }),
  ),
  /** The present ledger is backed up first (reason `restore`), so a restore can be taken back. `name`: a backup's, or a file ticket. */
  'backups.restore': method(z.object({ name: z.string() }), z.object({ undoName: z.string() })),
  'demo.open': method(emptySchema, doneSchema),
  'demo.leave': method(emptySchema, doneSchema),
  'demo.remove': method(emptySchema, doneSchema),
};
