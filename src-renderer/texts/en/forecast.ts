/** Texts of the forecast page, and of the forecast of one customer. Estimates, and called so. */

import type { SameKeys } from '../text-shape.ts';
import type { forecast as zh } from '../zh-CN/forecast.ts';

export const forecast: SameKeys<typeof zh> = {
  title: 'Forecast',
  say: 'The next 90 days, estimated: {{orders}} visits, {{money}} net',
  definition:
    'Estimated from how often each customer came, when last and since when (MBG/NBD): who came once fades away as well. Money goes by each customer’s own average, drawn towards that of all (Gamma-Gamma). Estimates, not promises; net, not profit, for costs are not known.',
  shop: 'Shop',
  everyShop: 'All shops',
  sql: 'Show SQL',
  about: 'about {{value}}',
  tile: {
    active: 'Customers still coming',
    orders90: 'Visits in 90 days',
    net90: 'Net in 90 days',
    net365: 'Net in a year',
  },
  tileSay: { active: 'of {{count, number}} who bought', estimate: 'estimate' },
  without: {
    few: 'Only {{count, number}} customers came on a second day, fewer than {{fewest}}: an estimate would mean nothing, so there is none. A customer’s page says by their own rhythm when they are due.',
    unclear:
      'These orders do not tell when customers leave: those who come keep coming, or too little sets them apart. A forced estimate would mislead, so there is none. A customer’s page says by their own rhythm when they are due.',
  },
  nobody: 'There are no counted orders up to this day.',
  median: 'Half of those who bought once are back within {{days}} days, those not back yet included.',
  backtest: 'Tested on the past',
  backtestSay:
    'From the orders up to {{until}} alone, the {{weeks}} weeks after were estimated and compared: {{predicted}} visits estimated, {{actual}} came ({{difference}}). In ten groups, from the least expected to the most:',
  chanceOff:
    'Whether they come at all: the estimated share of a group and the actual one are {{mean, number}} points apart on average, {{most, number}} at most.',
  noBacktest: 'There are not enough days yet to test it on the past.',
  exact: 'exact',
  over: '{{share}} too many',
  under: '{{share}} too few',
  columns: {
    group: 'Group',
    customers: 'Customers',
    predicted: 'Estimated, each',
    actual: 'Actual, each',
    chance: 'Estimated to come at all',
    came: 'Came at all',
  },
  least: 'least',
  most: 'most',
  lines: { predicted: 'Estimated', actual: 'Actual' },
  model: 'Model',
  modelSay:
    'How fast they come: r {{r}}, α {{alpha}} weeks; how they leave: a {{a}}, b {{b}}. {{evaluations}} evaluations, log-likelihood {{likelihood}}.',
  spendSay:
    'Spending: p {{p}}, q {{q}}, v {{v}}, from {{count, number}} customers; visits and amounts correlate by {{correlation}}: the nearer to 0 the better.',
  noSpend: 'There is no model of spending; each customer’s own average is taken.',
  person: {
    title: 'What comes next (estimate)',
    active: 'Still comes',
    next: 'Next',
    between: 'likely {{from}} to {{to}}',
    after: 'likely after {{from}}',
    rhythm: 'by their own rhythm',
    shop: 'by when half of one-time buyers are back',
    orders: '{{soon}} in 90 days, {{year}} in a year',
    visits: 'Visits',
    worth: 'A year’s net',
    nothing: 'Nothing to go by yet.',
    past: 'overdue',
  },
};
