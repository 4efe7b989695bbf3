/** A marketplace's status words → where the order stands. The word itself is always kept beside it. */

import type { OrderStage } from '../../../src-shared/order.ts';

/** Words without commas, bars and spaces: marketplaces change their width from year to year. */
const stages: Readonly<Record<OrderStage, readonly string[]>> = {
  unpaid: [
    '等待买家付款',
    '买家部分付款',
    '没有创建交易',
    '没有创建支付宝交易',
    '等待付款确认',
    '新订单',
    '待付款',
    '待支付',
    '未付款',
    '未支付',
    '等待付款',
    'unpaid',
    'pending',
    'pendingpayment',
    'awaitingpayment',
    'authorized',
    'onhold',
    'checkoutdraft',
    'draft',
  ],
  paid: [
    '买家已付款等待卖家发货',
    '等待卖家发货',
    '待发货',
    '已付款',
    '已支付',
    '未发货',
    '待成团',
    '备货中',
    '待配货',
    '等待出库',
    '付款成功',
    '退款中',
    '支付成功',
    'paid',
    'partiallypaid',
    'partiallyrefunded',
    'processing',
    'toship',
    'readytoship',
    'packed',
    'repacked',
    'awaitingshipment',
    'unshipped',
    'unfulfilled',
    'confirmed',
  ],
  shipped: [
    '卖家部分发货',
    '卖家已发货等待买家确认',
    '买家已签收货到付款专用',
    '卖家已发货',
    '已发货',
    '待收货',
    '等待买家收货',
    '等待买家确认收货',
    '等待确认收货',
    '已签收',
    '运输中',
    '已发货待签收',
    '已发货待收货',
    '部分发货',
    'shipped',
    'shipping',
    'intransit',
    'fulfilled',
    'toreceive',
    'dispatched',
  ],
  completed: [
    '交易成功',
    '已完成',
    '完成',
    '已收货',
    '交易完成',
    '确认收货',
    '已确认收货',
    'completed',
    'complete',
    'delivered',
    'done',
    'finished',
    'closedsuccessfully',
  ],
  closed: [
    '交易被淘宝关闭',
    '已取消',
    '取消',
    '已关闭',
    '关闭',
    '订单取消',
    '订单关闭',
    'cancelled',
    'canceled',
    'closed',
    'voided',
    'failed',
    'expired',
  ],
  refunded: ['付款以后用户退款成功交易自动关闭', '已退款', '退款成功', '全额退款', '已退货', 'refunded', 'returned'],
  closedOrRefunded: ['交易关闭'],
};

const byWord: ReadonlyMap<string, OrderStage> = new Map(
  // The keys of the record above, by its own type.
  (Object.keys(stages) as OrderStage[]).flatMap((stage) => stages[stage].map((word) => [word, stage] as const)),
);

/** How far the goods of a paid order are. A column of its own beside what was paid: the same word may mean another thing there. */
const fulfilments: ReadonlyMap<string, 'paid' | 'shipped' | 'completed'> = new Map([
  ['unfulfilled', 'paid'],
  ['pending', 'paid'],
  ['onhold', 'paid'],
  ['scheduled', 'paid'],
  ['restocked', 'paid'],
  ['partial', 'shipped'],
  ['partiallyfulfilled', 'shipped'],
  ['fulfilled', 'shipped'],
  ['shipped', 'shipped'],
  ['delivered', 'completed'],
]);

function bare(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s,，、|｜._-]/g, '')
    .toLowerCase();
}

const READ_AT_MOST = 500;
const read = new Map<string, OrderStage | null>();

/** null: a word nobody has told us about. A file has few words in many rows: each is looked at once. */
export function readStatus(word: string): OrderStage | null {
  const known = read.get(word);
  if (known !== undefined) return known;
  const stage = byWord.get(bare(word)) ?? null;
  if (read.size < READ_AT_MOST) read.set(word, stage);
  return stage;
}

/** What a status word of one file means; each distinct word is looked at once. */
export type StatusReader = (word: string) => OrderStage | null;

const MOST_WORDS = 2000;
const furthest = ['unpaid', 'paid', 'shipped', 'completed'] as const satisfies OrderStage[];

/** '已完成;已关闭': an order's row that joins the words of its parts. What is alive speaks, the furthest of it. */
function stageOfJoined(word: string, stageOf: (part: string) => OrderStage | null): OrderStage | null {
  if (!/[;；]/.test(word)) return stageOf(word);
  const stages = word.split(/[;；]/).map(stageOf);
  const [first] = stages;
  if (first === undefined || stages.includes(null)) return null;
  const alive = furthest.findLast((stage) => stages.includes(stage));
  return alive ?? first;
}

/** `own`: the words that mean another thing in this export than elsewhere. */
export function statusReader(own: Readonly<Record<string, OrderStage>> = {}): StatusReader {
  const special = new Map(Object.entries(own).map(([word, stage]) => [bare(word), stage]));
  const known = new Map<string, OrderStage | null>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const stage = stageOfJoined(word, (part) => special.get(bare(part)) ?? readStatus(part));
    if (known.size < MOST_WORDS) known.set(word, stage);
    return stage;
  };
}

/** null: a word nobody has told us about. */
export function readFulfilment(word: string): 'paid' | 'shipped' | 'completed' | null {
  return fulfilments.get(bare(word)) ?? null;
}

const MONEY_IS_BACK = /退款成功|退款完成|售后完成|已退款|全额退款|refunded|refund completed/i;
const ONLY_PERHAPS = /未退|关闭|失败|取消|拒绝|部分|partial/i;

/** Does an after-sale status say that the money went back, all of what was paid for the row? Of joined words each has to. */
export function saysRefunded(word: string): boolean {
  if (/[;；]/.test(word)) return word.split(/[;；]/).every(saysRefunded);
  return MONEY_IS_BACK.test(word) && !ONLY_PERHAPS.test(word);
}

/** Does it say so of all, or of a part? */
export function mentionsRefund(word: string): boolean {
  return word !== '' && word.split(/[;；]/).some(saysRefunded);
}
