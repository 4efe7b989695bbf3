/** Texts of the forecast page, and of the forecast of one customer. Estimates, and called so. */

import type { SameKeys } from '../text-shape.ts';
import type { forecast as zh } from '../zh-CN/forecast.ts';

export const forecast: SameKeys<typeof zh> = {
  title: 'Forecast',
  say: 'Estimate for the next 90 days: {{orders}} visits, {{money}} net',
  definition:
    'Estimated from how often each customer came, when they last came and since when (MBG/NBD); customers who came once drop out over time too. Amounts go by each customer’s own average, pulled towards the overall average (Gamma-Gamma). These are estimates, not promises, and net, not profit: costs are not known.',
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
    few: 'Only {{count, number}} customers came on a second day, fewer than {{fewest}}. An estimate would mean nothing, so there is none. Each customer’s page shows when they are due by their own rhythm.',
    unclear:
      'These orders do not show when customers leave: those who come keep coming, or they differ too little. An estimate would mislead, so there is none. Each customer’s page shows when they are due by their own rhythm.',
  },
  nobody: 'There are no counted orders up to this day.',
  median: 'Half of those who bought once are back within {{days}} days, counting those not back yet.',
  backtest: 'Tested on the past',
  backtestSay:
    'The {{weeks}} weeks after {{until}} were estimated from the orders up to that day alone, then compared with what happened: {{predicted}} visits estimated, {{actual}} came ({{difference}}). In ten groups, from least expected to most:',
  chanceOff:
    'Whether customers come at all: a group’s estimated and actual shares are {{mean, number}} points apart on average, {{most, number}} at most.',
  noBacktest: 'There are not enough days yet to test the estimate on the past.',
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
    'Spending: p {{p}}, q {{q}}, v {{v}}, from {{count, number}} customers; the correlation of visits and amounts is {{correlation}}: the nearer to 0, the better.',
  noSpend: 'There is no model of spending; each customer’s own average is used.',
  person: {
    title: 'What comes next (estimate)',
    active: 'Still comes',
    next: 'Expected',
    between: 'likely {{from}} to {{to}}',
    after: 'likely after {{from}}',
    rhythm: 'by their own rhythm',
    shop: 'by when half of one-time buyers are back',
    orders: '{{soon}} in 90 days, {{year}} in a year',
    visits: 'Visits',
    worth: 'A year’s net',
    nothing: 'Too little to go by yet.',
    past: 'overdue',
  },
};
