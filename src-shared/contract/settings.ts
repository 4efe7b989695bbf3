/** Settings: each a schema with a default. The look belongs to the computer, everything else to the ledger. */

import { z } from 'zod';
import { a4, drawn, isOnSheet, labelGridNames, labelGrids } from '../label-sheet.ts';
import { defaultLadder } from '../ladder.ts';
import { defaultLevels } from '../levels.ts';
import { firstBannedWords } from '../message/banned-words.ts';
import { defaultTypedLines } from '../rfm.ts';
import { ladderRulesSchema } from './ladder-rules.ts';
import { levelRulesSchema } from './level-rules.ts';
import { listColumnSchema } from './lists.ts';
import { method } from './method.ts';
import { typedLinesSchema } from './metrics.ts';
import { daySchema, definitionSchema, emptySchema } from './schemas.ts';

const lengthMm = z.number().min(0).max(297);

/** A sheet of labels that none of the common ones is. */
const labelGridSchema = z
  .strictObject({
    columns: z.number().int().min(1).max(20),
    rows: z.number().int().min(1).max(40),
    widthMm: lengthMm.min(10),
    heightMm: lengthMm.min(5),
    leftMm: lengthMm,
    topMm: lengthMm,
    gapXMm: lengthMm,
    gapYMm: lengthMm,
  })
  .refine((grid) => isOnSheet(grid, a4));

const lastViewSchema = z.strictObject({ view: z.number().int().min(1), name: z.string().max(40) });

const fields = {
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  fontSize: z.number().int().min(12).max(20),
  density: z.enum(['compact', 'normal', 'loose']),
  rfmDefinition: definitionSchema,
  typedLines: typedLinesSchema,
  levels: levelRulesSchema,
  ladder: ladderRulesSchema,
  includeLikely: z.boolean(),
  /** Orders that a rule excludes count in figures all the same. */
  includeExcluded: z.boolean(),
  /** Of each list, the columns that were given a width, in px. */
  columnWidths: z.record(z.string().max(80), z.record(z.string().max(80), z.number().int().min(20).max(2000))),
  /** The saved view that the list of customers was looked at through last: in the owner's ledger, in the demo shop. By number and name. */
  lastViews: z.strictObject({ own: lastViewSchema.optional(), demo: lastViewSchema.optional() }),
  customerColumns: z.array(z.string()),
  printColumns: z.array(listColumnSchema),
  /** How many people may be contacted on a day. */
  dailyCapacity: z.number().int().min(1).max(500),
  /** Weekdays without follow-ups: 1 Monday … 7 Sunday. */
  restWeekdays: z.array(z.number().int().min(1).max(7)).max(7),
  /** How long somebody is let be: after an order, in hours; after so many contacts within so many days. */
  guard: z.strictObject({
    coolDownHours: z
      .number()
      .int()
      .min(0)
      .max(24 * 30),
    mostContacts: z.number().int().min(1).max(30),
    mostContactsDays: z.number().int().min(1).max(365),
  }),
  /** Days of the owner's own: festivals, holidays, days without follow-ups. A name of '' takes a day of the same kind away that the program knows. */
  ownDays: z
    .array(
      z.strictObject({
        day: daySchema,
        name: z.string().trim().max(30),
        kind: z.enum(['holiday', 'work', 'festival']),
        /** Nobody is contacted on it. */
        rests: z.boolean(),
      }),
    )
    .max(500),
  /** The notification of the morning, and from which time of the day on: when this computer speaks up is its own matter. */
  reminder: z.strictObject({ on: z.boolean(), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  /** Closing the window puts it into the system's tray, so that reminders still come. */
  keepInTray: z.boolean(),
  /** How the calendar of follow-ups is looked at. */
  calendarView: z.enum(['month', 'week', 'list']),
  /** Put in front of every text message, 【店名】; counted with it. */
  smsSignature: z.string().trim().max(20),
  /** How to hear no more, at the end of every text message. */
  smsOptOut: z.string().trim().max(40),
  /** Words that are pointed out in texts. */
  bannedWords: z.array(z.string().trim().min(1).max(30)).max(500),
  printPaper: z.enum(['A4', 'A5', 'Letter']),
  printLandscape: z.boolean(),
  /** Size of letters on paper, and what is left free at its edges. */
  printPoints: z.literal([8, 9, 10, 11]),
  printMarginMm: z.literal([8, 12, 15]),
  /** Which sheet of labels: a common one, or the owner's own. */
  labelGrid: z.union([z.enum(labelGridNames), z.literal('own')]),
  ownLabelGrid: labelGridSchema,
  labelPoints: z.literal([8, 9, 10, 11, 12]),
  labelPhones: z.boolean(),
  /** A thin line round each label, for paper that is cut. */
  labelOutlines: z.boolean(),
  /** What the owner measured on the page for it: lengths up to a twentieth off, a sheet up to 20 mm askew. */
  labelMeasured: z.strictObject({
    acrossMm: z.number().min(140).max(160),
    downMm: z.number().min(190).max(210),
    crossXMm: z.number().min(0).max(40),
    crossYMm: z.number().min(0).max(40),
  }),
};

export const settingsSchema = z.object({
  language: fields.language.default('zh-CN'),
  theme: fields.theme.default('system'),
  fontSize: fields.fontSize.default(13),
  density: fields.density.default('normal'),
  rfmDefinition: fields.rfmDefinition.default('quantile'),
  typedLines: fields.typedLines.default(defaultTypedLines),
  levels: fields.levels.default({ ...defaultLevels, levels: [...defaultLevels.levels] }),
  ladder: fields.ladder.default({ ...defaultLadder, names: {} }),
  includeLikely: fields.includeLikely.default(true),
  includeExcluded: fields.includeExcluded.default(false),
  columnWidths: fields.columnWidths.default({}),
  calendarView: fields.calendarView.default('month'),
  reminder: fields.reminder.default({ on: true, at: '09:30' }),
  keepInTray: fields.keepInTray.default(false),
  lastViews: fields.lastViews.default({}),
  customerColumns: fields.customerColumns.default([
    'name',
    'tier',
    'lastDay',
    'recencyDays',
    'orders',
    'netMinor',
    'averageMinor',
    'rhythm',
    'lastItem',
  ]),
  printColumns: fields.printColumns.default([
    'name',
    'tier',
    'city',
    'phone',
    'lastDay',
    'orders',
    'netMinor',
    'lastItem',
    'tick',
    'result',
  ]),
  dailyCapacity: fields.dailyCapacity.default(20),
  restWeekdays: fields.restWeekdays.default([]),
  guard: fields.guard.default({ coolDownHours: 48, mostContacts: 2, mostContactsDays: 30 }),
  ownDays: fields.ownDays.default([]),
  smsSignature: fields.smsSignature.default(''),
  smsOptOut: fields.smsOptOut.default(''),
  bannedWords: fields.bannedWords.default([...firstBannedWords]),
  printPaper: fields.printPaper.default('A4'),
  printLandscape: fields.printLandscape.default(false),
  printPoints: fields.printPoints.default(9),
  printMarginMm: fields.printMarginMm.default(12),
  labelGrid: fields.labelGrid.default('24'),
  ownLabelGrid: fields.ownLabelGrid.default(labelGrids['24']),
  labelPoints: fields.labelPoints.default(10),
  labelPhones: fields.labelPhones.default(true),
  labelOutlines: fields.labelOutlines.default(false),
  labelMeasured: fields.labelMeasured.default(drawn),
});
export type Settings = z.output<typeof settingsSchema>;

/** What belongs to the computer and not to a ledger: another ledger under the same window looks the same. */
export const lookFields = {
  language: true,
  theme: true,
  fontSize: true,
  density: true,
  columnWidths: true,
  calendarView: true,
  lastViews: true,
  reminder: true,
  keepInTray: true,
} as const;
export const lookSchema = settingsSchema.pick(lookFields);
export type Look = z.output<typeof lookSchema>;

/** Only what is to change. Built without the defaults: a partial schema with defaults would fill in, and so reset, all others. */
export const settingChangesSchema = z.object(fields).partial();
export type SettingChanges = z.output<typeof settingChangesSchema>;

export const settingMethods = {
  'settings.read': method(emptySchema, settingsSchema),
  /** Every given setting is changed; the change is in the journal, but for the look. */
  'settings.change': method(settingChangesSchema, settingsSchema),
};
