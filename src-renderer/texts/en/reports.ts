/** Texts of the reports. */

import type { SameKeys } from '../text-shape.ts';
import type { reports as zh } from '../zh-CN/reports.ts';

export const reports: SameKeys<typeof zh> = {
  room: 'Reports',
  filesEnd: 'The order files end on {{day}}; later months are not listed.',
  answer: {
    overview: 'Net {{money}}, {{orders, number}} orders, {{customers, number}} customers',
    salesTied_one: '{{count, number}} month was the best: net {{money}}',
    salesTied_other: '{{count, number}} months were equally good: net {{money}} each',
    sales: 'The best month was {{month}}: net {{money}}',
    newcomers: '{{share}} of orders with a known buyer are repeat orders ({{count, number}} orders)',
    cohorts:
      '{{share}} of new customers came back within {{later}} months after their first month (of {{customers, number}})',
    half: 'Half come back within {{days, number}} days of their first purchase',
    notHalf: 'Fewer than half have come back after their first purchase so far',
    tiers: '{{count, number}} customers changed tier since {{from}}',
    tiersNow: '{{count, number}} buyers in eight tiers',
    contribution: '{{count, number}} large customers ({{share}}) bring {{net}} of the net',
    products: 'Best seller: {{title}} ({{orders, number}} orders)',
    tooFew: 'Too few figures to say anything yet',
  },
  definition: {
    overview:
      'Orders are those paid and not fully refunded, in the month they were placed; net is paid minus refunded. Profit would need costs, which are not entered.',
    sales:
      'Orders are those paid and not fully refunded, in the month they were placed; net is paid minus refunded. Orders whose buyer is unknown are included.',
    newcomers:
      'A customer’s first order counts as a first order, all others as later orders; orders whose buyer is unknown are listed separately.',
    cohorts:
      'Customers grouped by the month of their first order. The cell of month k is the share that came again at least once in months 1 to k or, by single months, the share that came in month k.',
    repurchase:
      'Orders on one day are one purchase. “First to second” also counts those not back yet (Kaplan–Meier); looking only at those who came back is too optimistic.',
    tiers:
      'Each of the two days is scored by its own figures; then we see who changed tier. The ladder: A has not bought; B seldom and low, C often and low, D seldom and high, E often and high. Often goes by your own line, high by the median of what buyers spend each time.',
    contribution:
      'Customers by their net in the period, largest first: those who together bring 80% are large, up to 95% medium, the rest small. Costs are not known: this is net, not profit. “Also by orders”: the smaller this number, the more a count of orders alone misleads.',
    products:
      'Items with the same name count as one. Together: both in one order; next: the second one on a later day. A lift of 1 means no connection; where chance alone could explain it in more than 5% of cases, the line is grey.',
  },
  few_one:
    'There is only 1 buyer, fewer than {{fewBuyers}}: take shares with care and look at medians and counts first.',
  few_other:
    'There are only {{count, number}} buyers, fewer than {{fewBuyers}}: take shares with care and look at medians and counts first.',
  oneCurrency: 'Different currencies are never added up: this is {{currency}} only.',
  nobody: 'There are no counted orders up to this day.',
  noRows: 'None in this period.',
  total: 'Total',
  movement: 'From tiers on {{earlier}} (rows) to tiers now (columns), number of customers',
  fromTier: 'Before',
  notYet: 'Not yet a buyer',
  movementSay: 'Shaded cells stayed where they were. Open a cell to see who.',
  net: 'Net',
  orders: 'Orders',
  new: 'First orders',
  unfinished: 'Month not over: up to {{day}}',
  returning: 'Later orders',
  thisPeriod: 'This period',
  other: { year: 'A year earlier', before: 'Period before' },
  backByNow: 'Came back',
  netByMonth: 'Net by month',
  compared: { year: 'a year earlier {{text}}', before: 'period before {{text}}' },
  ofNew: 'of {{count, number}} new customers',
  backWithin: 'Back by month {{later}} after the first',
  notAMonth: 'Newest group, less than a month old',
  newOf: 'new in {{month}}',
  medianGap: 'Half of returns come within',
  halfBack: 'Time until half came back',
  notYetHalf: 'not half yet',
  days: '{{value}} days',
  monthUnit: 'months',
  dayUnit: 'days',
  cohortTable: {
    came_back: 'Share that came back by that month after the first purchase (%)',
    active: 'Share that came in that month after the first purchase (%)',
  },
  shareUnit: '% of customers',
  cohortCounts: 'What a cell counts',
  cohortCount: { came_back: 'By then', active: 'That month' },
  firstCame: 'First came',
  people: 'People',
  monthsLater: '{{later}} mo',
  average: 'Weighted average',
  cohortSay: 'Groups of fewer than 3 show counts only. The month of the last cell may not be over yet.',
  cellSay: {
    came_back_one: '1 came back by then',
    came_back_other: '{{count, number}} came back by then',
    active_one: '1 came in that month',
    active_other: '{{count, number}} came in that month',
  },
  firstRows: '{{title}} (first {{most}} of {{count, number}})',
  share: { countedShare: 'Orders that count', refundShare: 'Refund rate', againShare: 'Came again' },
  shareOf: { countedShare: 'of orders placed', refundShare: 'of paid orders', againShare: 'of all buyers' },
  withoutUnknown_one: 'Without 1 order whose buyer is unknown, net {{net}}: it is in the key figures.',
  withoutUnknown_other:
    'Without {{count, number}} orders whose buyer is unknown, net {{net}}: they are in the key figures.',
  shareSay: {
    countedShare: 'Counted orders as a share of all orders placed',
    refundShare: 'Orders with a refund as a share of paid orders',
    againShare: 'Customers who bought again on another day, as a share of all buyers up to the last day',
  },
  against: {
    label: 'Compared with',
    year: 'Against a year earlier',
    before: 'Against the period before',
    none: 'No comparison',
    days: '{{thisFrom}} to {{thisOn}}, against {{from}} to {{on}}.',
    partly:
      '{{thisFrom}} to {{thisOn}}, against {{from}} to {{on}}; that period is not complete: the first order is from {{firstDay}}.',
    tooEarly: 'Nothing to compare with: no orders from {{from}} to {{on}}; the first is from {{firstDay}}.',
  },
  shop: 'Shop',
  everyShop: 'All shops',
  period: 'Period',
  periods: { m3: 'Last 3 months', m12: 'Last 12 months', all: 'All time' },
  span: '{{from}} to {{on}}',
  spanAll: 'From the first order to {{on}}',
  counted: 'Paid and not fully refunded, less refunds',
  export: 'Export',
  print: 'Print',
  sql: 'Show SQL',
  saved: 'Report saved',
  showFile: 'Show file',
  keys: { export: 'Ctrl E export', print: 'Ctrl P print' },
};
