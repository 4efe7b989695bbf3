/** The English texts, one namespace per page. */

import type { SameKeys } from '../text-shape.ts';
import type { zh } from '../zh-CN/all.ts';
import { byHand } from './by-hand.ts';
import { calendar } from './calendar.ts';
import { common } from './common.ts';
import { coverage } from './coverage.ts';
import { customFields } from './custom-fields.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { exclusions } from './exclusions.ts';
import { explanation } from './explanation.ts';
import { fields } from './fields.ts';
import { forecast } from './forecast.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { labels } from './labels.ts';
import { lifecycle } from './lifecycle.ts';
import { membership } from './membership.ts';
import { print } from './print.ts';
import { profile } from './profile.ts';
import { recovery } from './recovery.ts';
import { repairs } from './repairs.ts';
import { reports } from './reports.ts';
import { review } from './review.ts';
import { rowProblems } from './row-problems.ts';
import { search } from './search.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { tags } from './tags.ts';
import { tiers } from './tiers.ts';
import { today } from './today.ts';
import { views } from './views.ts';
import { welcome } from './welcome.ts';

export const en: SameKeys<typeof zh> = {
  byHand,
  calendar,
  common,
  coverage,
  customFields,
  customer,
  customers,
  exclusions,
  explanation,
  fields,
  forecast,
  history,
  importing,
  labels,
  lifecycle,
  membership,
  print,
  profile,
  recovery,
  repairs,
  reports,
  review,
  rowProblems,
  search,
  segments,
  settings,
  tags,
  tiers,
  today,
  views,
  welcome,
};
