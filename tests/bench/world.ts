/**
 * The made-up shop behind the benchmark's files: who buys when (MBG/NBD: about three orders a buyer, heavy-tailed, many who come
 * once) and what stands in each order. The same seed gives the same bytes.
 */

const DAY = 86_400;
const WINDOW_DAYS = 1095;
/** 2026-07-01 00:00 on the shop's clock, as seconds. */
const END = Date.UTC(2026, 5, 30, 16) / 1000;
const ALPHA_DAYS = 70;

export type Random = () => number;

/** sfc32. */
export function randomOf(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162, seed | 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 20; warm += 1) next();
  return next;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const [d, c] = [shape - 1 / 3, 1 / Math.sqrt(9 * (shape - 1 / 3))];
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a);
  return x / (x + gamma(random, b));
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}

/** Orders, oldest first: whose, and when. */
export interface World {
  readonly count: number;
  readonly buyers: number;
  readonly buyer: Uint32Array;
  readonly second: Float64Array;
}

export function worldOf(count: number, seed: number): World {
  const random = randomOf(seed);
  const keys = new Float64Array(count);
  const buyers = new Uint32Array(count);
  let [made, buyer] = [0, 0];
  for (; made < count; buyer += 1) {
    const rate = gamma(random, 0.8) / ALPHA_DAYS;
    const leaves = beta(random, 0.8, 2.2);
    // The shop grows: later first orders are likelier.
    let day = WINDOW_DAYS * random() ** 0.8;
    while (day < WINDOW_DAYS && made < count) {
      keys[made] = Math.floor(day * DAY) * 2_097_152 + made;
      buyers[made] = buyer;
      made += 1;
      if (random() < leaves) break;
      day -= Math.log(1 - random()) / rate;
    }
  }
  keys.sort();
  const [owner, second] = [new Uint32Array(count), new Float64Array(count)];
  keys.forEach((key, at) => {
    const passed = Math.floor(key / 2_097_152);
    owner[at] = buyers[key - passed * 2_097_152] ?? 0;
    second[at] = END - WINDOW_DAYS * DAY + passed;
  });
  return { count, buyers: buyer, buyer: owner, second };
}

/**
 * The ranks of the orders of those buyers who were made first, `count` in all, newest first. Buyers are made one after the other: these are
 * the orders a world of `count` has, among those of a larger one.
 */
export function ranksOfFirstBuyers(world: World, count: number): readonly number[] {
  const each = new Uint32Array(world.buyers);
  for (const buyer of world.buyer) each[buyer] = (each[buyer] ?? 0) + 1;
  let [buyers, orders] = [0, 0];
  while (orders < count) orders += each[buyers++] ?? 0;
  const ranks: number[] = [];
  for (let rank = world.count - 1; rank >= 0; rank -= 1) if ((world.buyer[rank] ?? 0) < buyers) ranks.push(rank);
  return ranks.slice(0, count);
}

/** Of the new orders of a day as many come from people who never bought before. */
const NEWCOMERS = 1 / 3;
/** Who bought in these days is as likely to come back as their orders are many; of all others it is not to be expected. */
const LATELY_DAYS = 180;

/** The same shop `count` orders later: they come as fast as the last ones did. */
export function worldAfter(world: World, count: number, seed: number): World {
  const random = randomOf(seed + 1);
  const lately = world.second.findIndex((second) => second > END - LATELY_DAYS * DAY);
  const gap = (LATELY_DAYS * DAY) / (world.count - lately);
  const buyer = new Uint32Array(world.count + count);
  const second = new Float64Array(world.count + count);
  buyer.set(world.buyer);
  second.set(world.second);
  let buyers = world.buyers;
  for (let next = 0; next < count; next += 1) {
    const earlier = lately + Math.floor(random() * (world.count - lately));
    buyer[world.count + next] = random() < NEWCOMERS ? buyers++ : (world.buyer[earlier] ?? 0);
    second[world.count + next] = Math.floor(END + next * gap);
  }
  return { count: world.count + count, buyers, buyer, second };
}

/** How long after its window the newest order of a later world was placed. */
export const daysAfter = (world: World): number => ((world.second.at(-1) ?? END) - END) / DAY;

const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
const given = Array.from(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂梅宇浩然欣怡子涵梓晨雨桐诗琪嘉俊思远晓东文博雅婷',
);
const places = [
  ['浙江省 杭州市 西湖区', '广东省 深圳市 南山区', '广东省 广州市 天河区', '上海 上海市 浦东新区'],
  ['北京 北京市 朝阳区', '江苏省 苏州市 姑苏区', '四川省 成都市 武侯区', '湖北省 武汉市 洪山区'],
  ['陕西省 西安市 雁塔区', '福建省 厦门市 思明区', '山东省 青岛市 市南区', '湖南省 长沙市 岳麓区'],
  ['河南省 郑州市 金水区', '重庆 重庆市 渝北区', '辽宁省 大连市 中山区'],
].flat();
const roads = [
  '文三路',
  '人民路',
  '解放大道',
  '学院路',
  '建设街',
  '中山北路',
  '科技园路',
  '和平里',
  '长江路',
  '翠苑新村',
];
const kinds = ['手工', '云南', '有机', '冻干', '日式', '新款', '加厚', '纯棉', '便携', '老式'];
const things = [
  ['牛轧糖', '小粒咖啡', '普洱茶饼', '猫粮', '马克杯', '帆布包'],
  ['羊毛袜', '香薰蜡烛', '护手霜', '笔记本', '竹牙刷', '桂花糕'],
].flat();
const packs = ['礼盒装', '500g', '三件套', '家庭装', '试用装', '买二送一', '送礼佳品', '原味', '大号', '小号'];
const notes = [
  ['请尽快发货，谢谢', '发顺丰,不要放驿站', '送朋友的，别放价格单', '地址写错了\n改成3栋2单元\n电话不变'],
  ['上次的"牛轧糖"很好吃', '要浅色的,没有就发深色', '包装仔细点', '生日礼物, 写张贺卡: "生日快乐"'],
].flat();
const memos = ['老客户,送小样', '已改地址', '缺货换蓝色', '差评挽回\n已返5元', '批发客户', '催过一次,已发'];
const carriers = ['中通快递', '圆通速递', '韵达快递', '顺丰速运', '申通快递', '邮政EMS'];
const nicks = ['爱吃', '小', '快乐的', '阿', '大', '追风', '月亮', '森林', '甜甜', '懒'];
const nickEnds = ['猫', '鱼儿', '兔子', '豆豆', '橘子', '先生', '妈妈', '同学', '北北', '麦子'];

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** On the shop's clock. */
export function stampOf(second: number): string {
  return new Date((second + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

export interface Buyer {
  readonly name: string;
  readonly nick: string;
  readonly phone: string;
  readonly account: string;
  readonly address: string;
}

export function buyerOf(number: number, seed: number): Buyer {
  const random = randomOf(seed * 7919 + number);
  const name = pick(random, surnames) + pick(random, given) + (random() < 0.7 ? pick(random, given) : '');
  const style = random();
  const told = style < 0.8 ? pick(random, nicks) + pick(random, nickEnds) + number : `user_${number.toString(36)}`;
  const nick = style < 0.35 ? `tb${100_000_000 + number * 7}` : told;
  const prefix = pick(random, ['38', '39', '59', '86', '77', '35', '50']);
  const phone = `1${prefix}${padded(Math.floor(random() * 1e8), 8)}`;
  const mail = `u${number.toString(36)}@${pick(random, ['163.com', 'qq.com', '126.com'])}`;
  const house = `${1 + Math.floor(random() * 300)}号${1 + Math.floor(random() * 20)}幢${100 + Math.floor(random() * 2400)}室`;
  const address = `${pick(random, places)} ${pick(random, roads)}${house} (${100_000 + Math.floor(random() * 9e5)})`;
  return { name, nick, phone, account: random() < 0.6 ? phone : mail, address };
}

export interface MadeOrder {
  readonly number: string;
  readonly buyer: Buyer;
  readonly second: number;
  readonly paidSecond: number | null;
  readonly titles: readonly string[];
  readonly quantity: number;
  readonly goods: number;
  readonly shipping: number;
  readonly paid: number;
  readonly refund: number;
  readonly status: string;
  readonly reason: string;
  readonly note: string;
  readonly memo: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly mobile: boolean;
}

function goodsOf(random: Random): Pick<MadeOrder, 'titles' | 'quantity' | 'goods'> {
  const count = random() < 0.74 ? 1 : random() < 0.75 ? 2 : 3;
  const titles: string[] = [];
  let [goods, quantity] = [0, 0];
  for (let line = 0; line < count; line += 1) {
    const product = Math.floor(random() * random() * 600);
    const pieces = random() < 0.85 ? 1 : 1 + Math.floor(random() * 4);
    titles.push(`${kinds[product % 10]}${things[product % 12]} ${packs[Math.floor(product / 7) % 10]} 款${product}`);
    goods += pieces * (990 + ((product * 37) % 20_000));
    quantity += pieces;
  }
  return { titles, quantity, goods };
}

function fateOf(random: Random, ageDays: number): { status: string; reason: string; refunded: boolean; paid: boolean } {
  const fate = random();
  const open = { reason: '订单未关闭', refunded: false, paid: true };
  if (fate < 0.07) {
    const reason = pick(random, ['买家未付款', '我不想买了', '信息填写错误，重新拍']);
    return { status: '交易关闭', reason, refunded: false, paid: false };
  }
  if (fate < 0.105) return { status: '交易关闭', reason: '退款', refunded: true, paid: true };
  if (ageDays < 3 && fate < 0.5) return { status: '买家已付款，等待卖家发货', ...open };
  if (ageDays < 12 && fate < 0.8) return { status: '卖家已发货，等待买家确认', ...open };
  return { status: '交易成功', ...open };
}

/** The order of this rank in time, as its shop tells of it `daysLater` than the end of the window. */
export function orderOf(world: World, rank: number, seed: number, daysLater = 0): MadeOrder {
  const owner = world.buyer[rank] ?? 0;
  const second = world.second[rank] ?? 0;
  const random = randomOf(seed * 31 + rank * 2 + 1);
  const bought = goodsOf(random);
  const shipping = bought.goods < 5000 ? 600 : 0;
  const discount = random() < 0.3 ? Math.round(bought.goods * 0.1) : 0;
  const { status, reason, refunded, paid: isPaid } = fateOf(random, daysLater + (END - second) / DAY);
  const paidSecond = isPaid ? second + 5 + Math.floor(random() * 900) : null;
  const paid = isPaid ? bought.goods + shipping - discount : 0;
  const part = random() < 0.02 ? paid >> 2 : 0;
  // Numbers grow with time, as the marketplace's own do.
  const grown = (1e12 + Math.round(second * 600)) % 1e12;
  return {
    number: `3${padded(grown, 12)}${padded(rank % 97, 2)}${padded(owner % 10_000, 4)}`,
    buyer: buyerOf(owner, seed),
    second,
    paidSecond,
    ...bought,
    shipping,
    paid,
    refund: refunded ? paid : part,
    status,
    reason,
    note: random() < 0.08 ? pick(random, notes) : '',
    memo: random() < 0.12 ? pick(random, memos) : '',
    carrier: pick(random, carriers),
    tracking: isPaid && !status.startsWith('买家') ? `7${padded(Math.floor(random() * 1e13), 13)}` : '',
    mobile: random() < 0.93,
  };
}
