/** The English texts, one namespace per page. */

import type { SameKeys } from '../text-shape.ts';
import type { zh } from '../zh-CN/all.ts';
import { afterSales } from './after-sales.ts';
import { byHand } from './by-hand.ts';
import { calendar } from './calendar.ts';
import { calls } from './calls.ts';
import { care } from './care.ts';
import { common } from './common.ts';
import { coverage } from './coverage.ts';
import { customFields } from './custom-fields.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { daySheet } from './day-sheet.ts';
import { exclusions } from './exclusions.ts';
import { explanation } from './explanation.ts';
import { fields } from './fields.ts';
import { forecast } from './forecast.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { labels } from './labels.ts';
import { ladder } from './ladder.ts';
import { leads } from './leads.ts';
import { levels } from './levels.ts';
import { lifecycle } from './lifecycle.ts';
import { lists } from './lists.ts';
import { membership } from './membership.ts';
import { plans } from './plans.ts';
import { print } from './print.ts';
import { profile } from './profile.ts';
import { recovery } from './recovery.ts';
import { reminders } from './reminders.ts';
import { repairs } from './repairs.ts';
import { reports } from './reports.ts';
import { review } from './review.ts';
import { rowProblems } from './row-problems.ts';
import { say } from './say.ts';
import { search } from './search.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { strategies } from './strategies.ts';
import { tags } from './tags.ts';
import { templates } from './templates.ts';
import { tiers } from './tiers.ts';
import { today } from './today.ts';
import { views } from './views.ts';
import { welcome } from './welcome.ts';

export const en: SameKeys<typeof zh> = {
  byHand,
  calendar,
  care,
  calls,
  common,
  coverage,
  customFields,
  customer,
  customers,
  daySheet,
  exclusions,
  explanation,
  fields,
  forecast,
  history,
  importing,
  labels,
  ladder,
  leads,
  levels,
  lifecycle,
  lists,
  membership,
  print,
  profile,
  recovery,
  reminders,
  repairs,
  reports,
  review,
  rowProblems,
  say,
  search,
  segments,
  afterSales,
  settings,
  plans,
  strategies,
  tags,
  templates,
  tiers,
  today,
  views,
  welcome,
};
