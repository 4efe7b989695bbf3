/** What the reports and their columns are called, in both languages: on the page, on paper, in a workbook, on the command line. */

import type { ReportName } from './contract/reports.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const reportTitles: Readonly<Record<ReportName, Words>> = {
  overview: { zh: '要数', en: 'Key figures' },
  sales: { zh: '每月销售', en: 'Sales by month' },
  newcomers: { zh: '新客老客', en: 'New and returning' },
  cohorts: { zh: '复购留存', en: 'Retention' },
  repurchase: { zh: '复购', en: 'Repurchase' },
  tiers: { zh: '八层变化', en: 'Tiers and movement' },
  contribution: { zh: '贡献', en: 'Contribution' },
  products: { zh: '商品', en: 'Items' },
};

/** Of every column of their tables. */
export const columnWords: Readonly<Record<string, Words>> = {
  month: { zh: '月份', en: 'Month' },
  orders: { zh: '有效单', en: 'Orders' },
  placed: { zh: '下单', en: 'Placed' },
  paid_orders: { zh: '付过款的单', en: 'Paid orders' },
  refunded_orders: { zh: '退过款的单', en: 'Orders with a refund' },
  unknown_orders: { zh: '认不出是谁的单', en: 'Buyer unknown' },
  customers: { zh: '客户', en: 'Customers' },
  new_customers: { zh: '新客', en: 'New customers' },
  earlier_customers: { zh: '老客', en: 'Came before' },
  buyers: { zh: '来过的客户', en: 'Buyers so far' },
  came_back: { zh: '又来过', en: 'Came back' },
  paid_minor: { zh: '实付', en: 'Paid' },
  refund_minor: { zh: '退款', en: 'Refunded' },
  net_minor: { zh: '净额', en: 'Net' },
  average_minor: { zh: '平均一笔', en: 'Per order' },
  year_before_minor: { zh: '去年同月净额', en: 'Net, a year earlier' },
  year_before_returning: { zh: '去年同月老客单', en: 'Later orders, a year earlier' },
  year_before_rate: { zh: '去年同月复购率', en: 'Share, a year earlier' },
  year_before_customers: { zh: '去年同期客户', en: 'Customers, a year earlier' },
  year_before_orders: { zh: '去年同期单', en: 'Orders, a year earlier' },
  period_before_minor: { zh: '前一段净额', en: 'Net, period before' },
  period_before_returning: { zh: '前一段老客单', en: 'Later orders, period before' },
  period_before_rate: { zh: '前一段复购率', en: 'Share, period before' },
  period_before_customers: { zh: '前一段客户', en: 'Customers, period before' },
  period_before_orders: { zh: '前一段单', en: 'Orders, period before' },
  new_orders: { zh: '新客单', en: 'First orders' },
  returning_orders: { zh: '老客单', en: 'Later orders' },
  new_net_minor: { zh: '新客净额', en: 'Net of first orders' },
  returning_net_minor: { zh: '老客净额', en: 'Net of later orders' },
  unknown_net_minor: { zh: '认不出的净额', en: 'Net, buyer unknown' },
  later: { zh: '几个月后', en: 'Months later' },
  active: { zh: '当月来过', en: 'Came that month' },
  active_rate: { zh: '当月来过的占比', en: 'Share that month' },
  came_back_rate: { zh: '又来过的占比', en: 'Share back by then' },
  rate: { zh: '复购率', en: 'Share that came back' },
  gaps: { zh: '间隔个数', en: 'Gaps' },
  mean_days: { zh: '平均天数', en: 'Mean, days' },
  p10_days: { zh: '一成在几天内', en: '10% within, days' },
  p25_days: { zh: '四分之一在几天内', en: '25% within, days' },
  median_days: { zh: '一半在几天内', en: 'Half within, days' },
  p75_days: { zh: '四分之三在几天内', en: '75% within, days' },
  p90_days: { zh: '九成在几天内', en: '90% within, days' },
  median_of_means_days: { zh: '各人平均的中位', en: 'Median of own means' },
  median_of_medians_days: { zh: '各人中位的中位', en: 'Median of own medians' },
  days: { zh: '第几天', en: 'Day' },
  waited_for: { zh: '还在等的', en: 'Still waited for' },
  out_of_sight: { zh: '还没到这天的', en: 'Not observed longer' },
  share_away: { zh: '还没回来的占比', en: 'Share not back' },
  gap_days: { zh: '隔几天', en: 'Gap, days' },
  times: { zh: '几次', en: 'Times' },
  share_up_to: { zh: '累计占比', en: 'Share so far' },
  tier: { zh: '层', en: 'Tier' },
  likely: { zh: '其中推测', en: 'Likely among them' },
  from_tier: { zh: '原来的层', en: 'From tier' },
  to_tier: { zh: '现在的层', en: 'To tier' },
  title: { zh: '商品', en: 'Item' },
  with_title: { zh: '一起买的', en: 'Bought with' },
  second_title: { zh: '和这件', en: 'And' },
  next_title: { zh: '接着买的', en: 'Bought next' },
  bought_again: { zh: '另一天又买的客户', en: 'Bought it again' },
  pieces: { zh: '件数', en: 'Pieces' },
  sales_minor: { zh: '成交', en: 'Sales' },
  with_orders: { zh: '后一件的单', en: 'Orders with the other' },
  next_customers: { zh: '买后一件的客户', en: 'Bought the next' },
  together: { zh: '同在的单', en: 'Together' },
  followed: { zh: '接着买的客户', en: 'Bought it next' },
  baskets: { zh: '全部有效单', en: 'All orders' },
  support: { zh: '支持度', en: 'Support' },
  confidence: { zh: '置信度', en: 'Confidence' },
  lift: { zh: '提升度', en: 'Lift' },
  leverage: { zh: '杠杆', en: 'Leverage' },
  conviction: { zh: '确信度', en: 'Conviction' },
  grade: { zh: '级', en: 'Grade' },
  step: { zh: '阶', en: 'Step' },
  share_customers: { zh: '客户占比', en: 'Share of customers' },
  share_net: { zh: '净额占比', en: 'Share of net' },
  least_minor: { zh: '最少的净额', en: 'Smallest net' },
  also_by_orders: { zh: '按单数排也在的', en: 'Also by orders' },
  first_customers: { zh: '前几位', en: 'Top customers' },
  line_minor: { zh: '单价的线', en: 'Line of the average order' },
  chance: { zh: '碰巧的可能', en: 'By chance' },
  jaccard: { zh: '重合度', en: 'Jaccard' },
};

/** The column's name itself where it has no words. */
export function columnWord(column: string, language: 'zh-CN' | 'en'): string {
  const words = columnWords[column];
  if (words === undefined) return column;
  return language === 'en' ? words.en : words.zh;
}

const gradeWords: Readonly<Record<string, Words>> = {
  large: { zh: '大客', en: 'Large' },
  medium: { zh: '中客', en: 'Medium' },
  small: { zh: '小客', en: 'Small' },
};

/** A grade of contribution in words; a word that is none, itself. */
export function gradeWord(grade: string, language: 'zh-CN' | 'en'): string {
  const words = gradeWords[grade];
  if (words === undefined) return grade;
  return language === 'en' ? words.en : words.zh;
}
