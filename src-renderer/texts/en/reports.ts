/** Texts of the reports. */

import type { SameKeys } from '../text-shape.ts';
import type { reports as zh } from '../zh-CN/reports.ts';

export const reports: SameKeys<typeof zh> = {
  room: 'Reports',
  answer: {
    overview: 'Net {{money}}, {{orders, number}} orders, {{customers, number}} customers',
    sales: 'The best month was {{month}}: net {{money}}',
    newcomers: '{{share}} of orders with a known buyer are later ones ({{count, number}} orders)',
    cohorts: '{{share}} of new customers came back within {{later}} months (of {{customers, number}})',
    half: 'Half come back within {{days, number}} days of their first purchase',
    notHalf: 'Less than half have come back after their first purchase so far',
    tiers: '{{count, number}} customers changed tier since {{from}}',
    tiersNow: '{{count, number}} buyers in eight tiers',
    products: 'What sells best is {{title}} ({{orders, number}} orders)',
    tooFew: 'Too little to say anything yet',
  },
  definition: {
    overview:
      'Orders are those paid and not wholly refunded, in the month they were placed; net is paid minus refunded. Profit needs costs, which are not there yet.',
    sales:
      'Orders are those paid and not wholly refunded, in the month they were placed; net is paid minus refunded. Orders whose buyer is unknown are in it.',
    newcomers:
      "A customer's first order is new, all later ones are returning; orders whose buyer is unknown stand apart.",
    cohorts:
      'Customers by the month of their first order; the cell of month k is the share that came at least once more in months 1 to k.',
    repurchase:
      'Orders of one day are one purchase. First to second counts those not back yet too (Kaplan–Meier): looking only at those who came back is too optimistic.',
    tiers: 'Each day is scored by its own figures; then we see who changed tier.',
    products:
      'Items of one name are one. Together: both in one order; next: the second on a later day. A lift of 1 means no connection.',
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
  yearBefore: 'A year before',
  backByNow: 'Came back',
  aYearAgo: 'a year before {{text}}',
  monthUnit: 'months',
  dayUnit: 'days',
  cohortTable: 'Share that came back after the first purchase (%)',
  firstCame: 'First came',
  people: 'People',
  monthsLater: '{{later}} mo',
  average: 'Weighted average',
  cohortSay: 'Cohorts of fewer than 3 show counts only. The month of the last cell may not be over.',
  cellSay_one: '1 came back',
  cellSay_other: '{{count, number}} came back',
  firstRows: '{{title}} (first {{most}} of {{count, number}})',
  share: { countedShare: 'Orders that count', refundShare: 'With a refund', againShare: 'Came again' },
  shareSay: {
    countedShare: 'Counted orders of all that were placed',
    refundShare: 'Orders with a refund of those paid',
    againShare: 'Customers who bought again on another day, of all up to the last day',
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
