/** Importing: five verbs (recognise, check, apply, undo, redo), what they report, and the rows behind it. */

import { z } from 'zod';
import { rowProblemLevels } from '../row-problem.ts';
import { mappableFields, mappingSchema, ownTargetSchema } from './mappings.ts';
import { method } from './method.ts';
import {
  countSchema,
  doneSchema,
  emptySchema,
  idSchema,
  marketplaceSchema,
  moneySchema,
  statusCountsSchema,
  ticketSchema,
} from './schemas.ts';

export { type MappableField, type Mapping, mappableFields, mappingSchema } from './mappings.ts';

export const encodingSchema = z.enum([
  'utf-8',
  'gb18030',
  'utf-16le',
  'utf-16be',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1254',
  'windows-1258',
  'windows-874',
]);
export type Encoding = z.output<typeof encodingSchema>;

/** What the owner has to say before a file can be read. */
export const questionSchema = z.object({
  /**
   * `column`: what this column is, probably one of `fields`. `field`: where the column of `fields` is, which every such export has.
   * `dates`: whether day or month comes first. `status`: what `words` of the column mean, where they alone say which orders were paid.
   * `export`: whether it is this export at all, which nobody has shown us.
   */
  about: z.enum(['column', 'field', 'dates', 'status', 'export']),
  column: countSchema.nullable(),
  fields: z.array(z.enum(mappableFields)),
  words: z.array(z.string()).optional(),
});
export type Question = z.output<typeof questionSchema>;

/**
 * How sure a column is, 0 to 1, and why: the owner said so now (`owner`) or before (`remembered`), its head is the field's own word (`name`) or
 * another of its words (`alias`), only its cells tell (`looks`); null: it is not read. `cells`: do they look like the field? null: they are empty.
 */
export const columnTrustSchema = z.object({
  by: z.enum(['owner', 'remembered', 'name', 'alias', 'looks']).nullable(),
  cells: z.boolean().nullable(),
  confidence: z.number().min(0).max(1),
});
export type ColumnTrust = z.output<typeof columnTrustSchema>;

/** What we found in a chosen file before reading it whole. */
export const findingSchema = z.object({
  ticket: ticketSchema,
  /** The ticket it was asked for by: another one, where the file holds several tables. */
  from: ticketSchema,
  name: z.string(),
  bytes: countSchema,
  /** `xlsx`: a workbook of any kind. */
  format: z.enum(['csv', 'xlsx']),
  /** null for XLSX. */
  encoding: encodingSchema.nullable(),
  delimiter: z.string().nullable(),
  /** The sheet of the workbook; null for a text file. */
  sheet: z.string().nullable(),
  /** Further visible sheets of the workbook. */
  otherSheets: z.array(z.string()),
  /** 1-based record number of the header row. */
  headerRow: z.number().int().positive(),
  header: z.array(z.string()),
  /** The first rows beneath the header, as text. */
  sample: z.array(z.array(z.string())),
  /** null: the owner must say more first; `questions` says what, none of them: no profile fits. */
  mapping: mappingSchema.nullable(),
  questions: z.array(questionSchema),
  /** Share of the header's words that exports of this kind are known to have, 0 to 1; 1 when the owner's word is followed. */
  confidence: z.number().min(0).max(1),
  /** Where the mapping comes from. */
  source: z.enum(['profile', 'remembered', 'none']),
  /** Why: matched columns, missing ones, the file's name. Codes with words, shown in the page's language. */
  reasons: z.array(z.object({ code: z.string(), words: z.array(z.string()) })),
  /** A first guess for the mapping screen. */
  guess: mappingSchema,
  /** Columns of the guess that only their cells tell. */
  guessedColumns: z.array(countSchema),
  /** Of the guess: one entry for each column. */
  trust: z.array(columnTrustSchema),
  marketplace: marketplaceSchema,
});
export type Finding = z.output<typeof findingSchema>;

export const rowProblemCodeSchema = z.enum(
  Object.keys(rowProblemLevels) as [keyof typeof rowProblemLevels, ...(keyof typeof rowProblemLevels)[]],
);

export const reportProblemSchema = z.object({
  code: rowProblemCodeSchema,
  file: z.string(),
  line: z.number().int().positive(),
  column: z.string().nullable(),
  found: z.string(),
});
export type ReportProblem = z.output<typeof reportProblemSchema>;

/** What a file states in a line of totals or a foot: a column's sum in minor units, or how many records it has; and what its rows say. */
export const claimSchema = z.object({
  file: z.string(),
  line: z.number().int().positive(),
  kind: z.enum(['sum', 'count']),
  column: z.string().nullable(),
  said: z.number().int(),
  found: z.number().int(),
});
export type Claim = z.output<typeof claimSchema>;

/** What a check found, and later what an import did. One per shop and currency. */
export const batchReportSchema = z.object({
  /** null until applied. */
  id: idSchema.nullable(),
  shop: z.string(),
  marketplace: marketplaceSchema,
  profile: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      encoding: z.string().nullable(),
      /** Data rows, the header and what stands above it not counted. */
      rows: countSchema,
    }),
  ),
  /** Distinct orders. `skipped`: orders (or rows without a readable order number) that are not imported. */
  orders: z.object({ new: countSchema, changed: countSchema, same: countSchema, skipped: countSchema }),
  lines: countSchema,
  /** `new` counts certain and likely together; `likely`: how many of the new ones are likely; `matched`: known before. */
  customers: z.object({ new: countSchema, matched: countSchema, likely: countSchema }),
  ordersWithoutBuyer: countSchema,
  /** Orders of which no file says what was paid. Absent when there are none. */
  ordersWithoutMoney: countSchema.optional(),
  currency: z.string(),
  ...moneySchema.shape,
  status: statusCountsSchema,
  problemCounts: z.partialRecord(rowProblemCodeSchema, countSchema),
  /** The first 1,000. */
  problems: z.array(reportProblemSchema),
  /** Cells the owner corrected. Absent where there are none. */
  cellsFixed: countSchema.optional(),
  /**
   * What the owner's own columns fill, where the files have any. `values`: rows that say something. Once applied: how many customers got a value (`filled`) or
   * have another one that was written by hand and stays (`kept`).
   */
  own: z
    .array(
      z.object({
        fills: ownTargetSchema,
        /** What the field was called; null of tags. */
        name: z.string().nullable(),
        values: countSchema,
        filled: countSchema.optional(),
        kept: countSchema.optional(),
      }),
    )
    .optional(),
  /** What the files say of themselves, held against their rows: the first 100. Absent where they say nothing. */
  claims: z.array(claimSchema).optional(),
});
export type BatchReport = z.output<typeof batchReportSchema>;

export const historyEntrySchema = z.object({
  batch: idSchema,
  shop: z.string(),
  marketplace: marketplaceSchema,
  profile: z.string(),
  appliedAt: z.string(),
  undoneAt: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), rows: countSchema })),
  report: batchReportSchema,
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

/** What taking a batch back (or bringing it back) did. */
export const undoReportSchema = z.object({
  batch: idSchema,
  orders: z.object({ removed: countSchema, restored: countSchema, changed: countSchema }),
  customers: z.object({ removed: countSchema, added: countSchema }),
  /** The owner's edits that now belong to nobody: kept, and back with the customer. */
  editsKept: z.array(z.object({ customer: z.string(), field: z.string(), value: z.string() })),
});
export type UndoReport = z.output<typeof undoReportSchema>;

/** A cell of the file that the owner corrected. What it says in the file is kept beside. */
export const cellFixSchema = z.object({
  row: z.number().int().positive(),
  column: countSchema.max(1000),
  typed: z.string().max(2000),
});
export type CellFix = z.output<typeof cellFixSchema>;

const choiceSchema = z.object({
  ticket: ticketSchema,
  mapping: mappingSchema.optional(),
  encoding: encodingSchema.optional(),
});
const checkedSchema = choiceSchema.extend({ fixes: z.array(cellFixSchema).max(5000).optional() });

export const importMethods = {
  'imports.recognise': method(
    z.object({ tickets: z.array(choiceSchema).min(1).max(200) }),
    z.object({ findings: z.array(findingSchema) }),
  ),
  /** The dry run, the very computation `apply` carries out. Progress comes as `imports.progress` with the job's name. */
  'imports.check': method(
    z.object({
      job: z.string().min(1).max(64),
      files: z.array(checkedSchema).min(1).max(200),
      shop: z.string().min(1).max(200).optional(),
      marketplace: marketplaceSchema.optional(),
      /** Remember the owner's mappings for files with the same header. */
      remember: z.boolean().optional(),
    }),
    z.object({ check: z.string(), batches: z.array(batchReportSchema) }),
  ),
  'imports.apply': method(
    z.object({
      job: z.string().min(1).max(64),
      check: z.string(),
      /** Rows left out for these reasons are kept aside until the original file comes. */
      aside: z.array(rowProblemCodeSchema).optional(),
    }),
    z.object({ batches: z.array(batchReportSchema) }),
  ),
  'imports.discard': method(z.object({ check: z.string() }), doneSchema),
  'imports.cancel': method(z.object({ job: z.string() }), z.object({ cancelled: z.boolean() })),
  /** Raw rows of a checked file, for the grid beside the problems. `row` of the first one asked for is 1-based. */
  'imports.rows': method(
    z.object({
      check: z.string(),
      batch: countSchema,
      file: countSchema,
      from: countSchema,
      count: z.number().int().min(1).max(200),
    }),
    z.object({
      header: z.array(z.string()),
      mapping: mappingSchema,
      total: countSchema,
      rows: z.array(
        z.object({
          row: countSchema,
          cells: z.array(z.string()),
          problems: z.array(z.object({ code: rowProblemCodeSchema, column: z.string().nullable(), found: z.string() })),
          /** `earlier`: made when the same file was imported before, and not to be changed now. */
          fixes: z.array(z.object({ column: countSchema, typed: z.string(), earlier: z.boolean() })),
        }),
      ),
    }),
  ),
  'imports.history': method(emptySchema, z.object({ entries: z.array(historyEntrySchema) })),
  'imports.undo': method(z.object({ job: z.string().min(1).max(64), batch: idSchema }), undoReportSchema),
  'imports.redo': method(z.object({ job: z.string().min(1).max(64), batch: idSchema }), undoReportSchema),
};
