/** The whole contract: every method the host serves, and every one of the shell. */

import type { z } from 'zod';
import { serviceMethods } from './after-sales.ts';
import { byHandMethods } from './by-hand.ts';
import { callFigureMethods } from './call-figures.ts';
import { callerMethods } from './callers.ts';
import { careRuleMethods } from './care-rules.ts';
import { coverageMethods } from './coverage.ts';
import { customerMethods } from './customers.ts';
import { daySheetMethods } from './day-sheets.ts';
import { exclusionMethods } from './exclusions.ts';
import { explanationMethods } from './explanations.ts';
import { fieldMethods } from './fields.ts';
import { followUpSpanMethods } from './follow-up-span.ts';
import { followUpMethods } from './follow-ups.ts';
import { forecastMethods } from './forecasts.ts';
import { identityMethods } from './identities.ts';
import { importMethods } from './imports.ts';
import { insightMethods } from './insights.ts';
import { journalMethods } from './journal.ts';
import { labelMethods } from './labels.ts';
import { ladderMethods } from './ladder.ts';
import { leadMethods } from './leads.ts';
import { ledgerMethods } from './ledger.ts';
import { levelMethods } from './levels.ts';
import { lifecycleMethods } from './lifecycle.ts';
import { listMethods } from './lists.ts';
import { mappingMethods } from './mappings.ts';
import { membershipMethods } from './memberships.ts';
import { metricMethods } from './metrics.ts';
import { nextItemMethods } from './next-items.ts';
import { planMethods } from './plans.ts';
import { profileMethods } from './profiles.ts';
import { reminderMethods } from './reminders.ts';
import { repairMethods } from './repairs.ts';
import { reportMethods } from './reports.ts';
import { segmentMethods } from './segments.ts';
import { sendListMethods } from './send-lists.ts';
import { settingMethods } from './settings.ts';
import { shellMethods } from './shell.ts';
import { strategyMethods } from './strategies.ts';
import { tagMethods } from './tags.ts';
import { templateMethods } from './templates.ts';
import { timelineMethods } from './timeline.ts';
import { viewMethods } from './views.ts';
import { whatToSayMethods } from './what-to-say.ts';

export const ledgerContract = {
  ...importMethods,
  ...repairMethods,
  ...mappingMethods,
  ...coverageMethods,
  ...exclusionMethods,
  ...customerMethods,
  ...callerMethods,
  ...journalMethods,
  ...insightMethods,
  ...nextItemMethods,
  ...levelMethods,
  ...ladderMethods,
  ...lifecycleMethods,
  ...byHandMethods,
  ...leadMethods,
  ...profileMethods,
  ...timelineMethods,
  ...segmentMethods,
  ...membershipMethods,
  ...tagMethods,
  ...fieldMethods,
  ...viewMethods,
  ...identityMethods,
  ...metricMethods,
  ...reportMethods,
  ...forecastMethods,
  ...followUpMethods,
  ...followUpSpanMethods,
  ...callFigureMethods,
  ...reminderMethods,
  ...careRuleMethods,
  ...strategyMethods,
  ...planMethods,
  ...serviceMethods,
  ...templateMethods,
  ...whatToSayMethods,
  ...sendListMethods,
  ...daySheetMethods,
  ...explanationMethods,
  ...listMethods,
  ...labelMethods,
  ...settingMethods,
  ...ledgerMethods,
};

export const shellContract = shellMethods;

export const contract = { ...ledgerContract, ...shellContract };

export type LedgerMethod = keyof typeof ledgerContract;
export type ShellMethod = keyof typeof shellContract;
export type MethodName = keyof typeof contract;

/** What a caller passes. */
export type ParamsOf<Name extends MethodName> = z.input<(typeof contract)[Name]['params']>;
/** What a handler is given, after parsing. */
export type ParsedParamsOf<Name extends MethodName> = z.output<(typeof contract)[Name]['params']>;
export type ResultOf<Name extends MethodName> = z.output<(typeof contract)[Name]['result']>;
