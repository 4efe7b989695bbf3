/** 预测页和客户页上预测的文字。都是估计，话里要说。 */

export const forecast = {
  title: '预测',
  say: '估计今后 90 天来 {{orders}} 次，净额 {{money}}',
  definition:
    '按每位客户来过几次、最近一次、认识多久来估计（MBG/NBD）：买过一次的也会慢慢走远。金额按每人自己的平均往全体靠（Gamma-Gamma）。都是估计，不是承诺；没有成本，是净额不是利润。',
  shop: '店铺',
  everyShop: '全部店铺',
  sql: '看 SQL',
  about: '约 {{value}}',
  tile: { active: '还会来的客户', orders90: '90 天内来几次', net90: '90 天内净额', net365: '一年内净额' },
  tileSay: { active: '买过的 {{count, number}} 位里', estimate: '估计' },
  without: {
    few: '来过两次以上的客户只有 {{count, number}} 位，不到 {{fewest}} 位，估不准，就不估了。客户页上按各人自己的节奏说什么时候该来。',
    unclear:
      '从这些单看不出客户什么时候走：来的人一直在来，或者差别太小。硬估会骗人，就不估了。客户页上按各人自己的节奏说什么时候该来。',
  },
  nobody: '这天以前还没有成交过的单。',
  median: '买过一次的客户，一半在 {{days}} 天内又来（没回来的也算上）。',
  backtest: '拿过去验一验',
  backtestSay:
    '只用 {{until}} 以前的单估之后 {{weeks}} 周，和真的比：估 {{predicted}} 次，实际 {{actual}} 次（{{difference}}）。按估的从少到多分成十组：',
  chanceOff: '来不来估得准不准：每组估的占比和实际的，平均差 {{mean, number}} 个百分点，最多差 {{most, number}} 个。',
  noBacktest: '日子还不够长，没法拿过去验。',
  exact: '正好',
  over: '多估 {{share}}',
  under: '少估 {{share}}',
  columns: {
    group: '组',
    customers: '客户',
    predicted: '估计每人次数',
    actual: '实际每人次数',
    chance: '估计会来的占比',
    came: '实际来过的占比',
  },
  least: '最少',
  most: '最多',
  lines: { predicted: '估计', actual: '实际' },
  model: '模型',
  modelSay:
    '来的快慢 r {{r}}，α {{alpha}} 周；走的可能 a {{a}}，b {{b}}。求了 {{evaluations}} 次，对数似然 {{likelihood}}。',
  spendSay:
    '金额 p {{p}}，q {{q}}，v {{v}}，看了 {{count, number}} 位；次数和金额的相关 {{correlation}}，越近 0 越可信。',
  noSpend: '金额没有模型，按各人自己的平均算。',
  person: {
    title: '接下来（估计）',
    active: '还会来',
    next: '下次约',
    between: '多半 {{from}} 到 {{to}}',
    after: '多半 {{from}} 以后',
    rhythm: '按自己的节奏',
    shop: '按买过一次的客户一半多久回来',
    orders: '90 天内 {{soon}} 次，一年 {{year}} 次',
    visits: '来几次',
    worth: '一年净额',
    nothing: '还看不出。',
    past: '该来的日子过了',
  },
} as const;
