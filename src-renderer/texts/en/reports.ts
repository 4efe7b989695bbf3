/** Texts of the reports. */

import type { SameKeys } from '../text-shape.ts';
import type { reports as zh } from '../zh-CN/reports.ts';

export const reports: SameKeys<typeof zh> = {
  room: 'Reports',
  answer: {
    overview: 'Net {{money}}, {{orders, number}} orders, {{customers, number}} customers',
    sales: 'The best month was {{month}}: net {{money}}',
    newcomers: '{{share}} of orders with a known buyer are later ones ({{count, number}} orders)',
    cohorts: '{{share}} of new customers came back by month {{later}} after their first (of {{customers, number}})',
    half: 'Half come back within {{days, number}} days of their first purchase',
    notHalf: 'Fewer than half have come back after their first purchase so far',
    tiers: '{{count, number}} customers changed tier since {{from}}',
    tiersNow: '{{count, number}} buyers in eight tiers',
    contribution: '{{count, number}} large customers ({{share}}) bring {{net}} of the net',
    products: 'Best seller: {{title}} ({{orders, number}} orders)',
    tooFew: 'Too little to say anything yet',
  },
  definition: {
    overview:
      'Orders are those paid and not wholly refunded, in the month they were placed; net is paid minus refunded. Profit needs costs, which are not there yet.',
    sales:
      'Orders are those paid and not wholly refunded, in the month they were placed; net is paid minus refunded. Orders whose buyer is unknown are in it.',
    newcomers:
      'A customer’s first order is new, all later ones are returning; orders whose buyer is unknown are listed separately.',
    cohorts:
      'Customers by the month of their first order; the cell of month k is the share that came at least once more in months 1 to k, or, by single months, that came in month k.',
    repurchase:
      'Orders of one day are one purchase. First to second counts those not back yet too (Kaplan–Meier): looking only at those who came back is too optimistic.',
    tiers:
      'Each day is scored by its own figures; then we see who changed tier. The ladder: A has not bought; B seldom and low, C often and low, D seldom and high, E often and high; often by your own line, high by the median of what buyers spend each time.',
    contribution:
      'By the net of the period, the largest first: those who together bring 80% are large, up to 95% medium, the rest small. Costs are not known: this is net, not profit. The fewer are also large by orders, the more counting orders alone misjudges.',
    products:
      'Items of one name are one. Together: both in one order; next: the second on a later day. A lift of 1 means no connection; where chance alone would do it in more than 5%, the line is grey.',
  },
  few_one: 'There is only 1 buyer, fewer than {{fewBuyers}}: read shares with care, look at medians and counts first.',
  few_other:
    'There are only {{count, number}} buyers, fewer than {{fewBuyers}}: read shares with care, look at medians and counts first.',
  oneCurrency: 'Different currencies are never added: this is {{currency}} only.',
  nobody: 'There are no counted orders up to this day.',
  noRows: 'None in this period.',
  total: 'Total',
  movement: 'Tiers of {{earlier}} (down) to those of now (across), people',
  fromTier: 'Before',
  notYet: 'Not yet a buyer',
  movementSay: 'Shaded cells stayed where they were. Open a cell to see who.',
  net: 'Net',
  orders: 'Orders',
  new: 'First orders',
  returning: 'Later orders',
  thisPeriod: 'This period',
  other: { year: 'A year before', before: 'Period before' },
  backByNow: 'Came back',
  compared: { year: 'a year before {{text}}', before: 'period before {{text}}' },
  ofNew: 'of {{count, number}} new customers',
  backWithin: 'Back by month {{later}} after the first',
  notAMonth: 'Newest, not yet a month',
  newOf: 'new in {{month}}',
  medianGap: 'Half of returns come within',
  halfBack: 'Half of all are back within',
  notYetHalf: 'fewer than half so far',
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
  cohortSay: 'Cohorts of fewer than 3 show counts only. The month of the last cell may not be over.',
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
    countedShare: 'Counted orders of all that were placed',
    refundShare: 'Orders with a refund of those paid',
    againShare: 'Customers who bought again on another day, of all up to the last day',
  },
  against: {
    label: 'Compared with',
    year: 'Against a year before',
    before: 'Against the period before',
    none: 'No comparison',
    days: '{{thisFrom}} to {{thisOn}}, against {{from}} to {{on}}.',
    partly:
      '{{thisFrom}} to {{thisOn}}, against {{from}} to {{on}}; those days are not whole: the first order is of {{firstDay}}.',
    tooEarly: 'Nothing to compare with: no orders from {{from}} to {{on}}, the first is of {{firstDay}}.',
  },
  shop: 'Shop',
  everyShop: 'All shops',
  period: 'Period',
  periods: { m3: 'Last 3 months', m12: 'Last 12 months', all: 'All' },
  span: '{{from}} to {{on}}',
  spanAll: 'From the first to {{on}}',
  counted: 'Paid, not wholly refunded, net of refunds',
  export: 'Export',
  print: 'Print',
  sql: 'Show SQL',
  saved: 'The report is saved',
  showFile: 'Show the file',
  keys: { export: 'Ctrl E export', print: 'Ctrl P print' },
};
