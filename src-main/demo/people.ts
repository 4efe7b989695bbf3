/**
 * The people of the demo shop, all made up: common surnames and given names put together by chance, and telephone
 * numbers that begin with digits no operator has been given, so that nobody can be called by mistake.
 */

import type { Random } from './random.ts';

/** How much of a person the marketplace prints. `guest`: not even the nick is readable; `hidden`: nothing at all. */
export type Openness = 'open' | 'masked' | 'virtual' | 'guest' | 'hidden';

export interface Receiver {
  readonly name: string;
  readonly phone: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
}

export interface Person {
  readonly nick: string;
  readonly openness: Openness;
  /** The first is the person at home; a second one is where presents go. */
  readonly receivers: readonly [Receiver, ...Receiver[]];
}

type Words = readonly [string, ...string[]];
const words = (text: string): Words => {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
};

const SURNAMES = words(
  '王 王 李 李 张 张 刘 陈 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余 于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪 廖 石 金 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 欧阳 司马',
);
const GIVEN = words(
  '安 宁 予安 知夏 晓雯 思远 雨桐 子墨 佳怡 梓轩 若曦 清和 明轩 雅琴 建国 秀兰 桂英 志强 丽华 海燕 文博 晨曦 欣然 静怡 浩然 嘉懿 念慈 书瑶 云帆 之恒 乐言 景行 怀瑾 南乔 听澜 望舒 初一 小满 谷雨 立秋 冬青 木子 春晓 远山 长庚 青禾 芷若 一诺 可心 悦然 凯 敏 芳 磊 婷 超 犇 䶮 淼 堃 喆',
);
const NICK_HEADS = words(
  '山里 听雨 半夏 阿 小 老 爱喝茶的 一只 慢慢 南方 北城 豆豆 晴天 竹影 清风 木木 七月 可可 糖糖 安安 云朵 江边 山茶 米粒 青柠 圆圆 橘子 阿婆家 月下 晚风',
);
const NICK_TAILS = words(
  '的猫 来客 茶客 mama 妈妈 爸爸 同学 先生 小姐 的杂货铺 在路上 不加糖 爱生活 2019 1987 0618 _7788 家的茶 的小院 书房 日记 泡茶 慢生活 大白鲸 与狗 姐姐 工作室 花房 的店 呀',
);
const STREETS = words('示范路 样例街 假想巷 桂花路 茶园路 望山街 临湖路 青石巷 银杏大道 人民西路 春晓路 和平里');
/** Not assigned to any operator. */
const FREE_PREFIXES = words('154 143 160 163 169 142');

const PLACES: readonly (readonly [text: string, weight: number])[] = [
  ['浙江省 杭州市 西湖区', 9],
  ['浙江省 杭州市 余杭区', 7],
  ['浙江省 宁波市 鄞州区', 5],
  ['上海市 上海市 浦东新区', 9],
  ['上海市 上海市 闵行区', 6],
  ['江苏省 南京市 鼓楼区', 6],
  ['江苏省 苏州市 姑苏区', 6],
  ['江苏省 无锡市 滨湖区', 3],
  ['广东省 广州市 天河区', 7],
  ['广东省 深圳市 南山区', 7],
  ['广东省 佛山市 顺德区', 4],
  ['北京市 北京市 朝阳区', 8],
  ['北京市 北京市 海淀区', 6],
  ['山东省 济南市 历下区', 4],
  ['山东省 青岛市 市南区', 4],
  ['福建省 厦门市 思明区', 4],
  ['福建省 福州市 鼓楼区', 4],
  ['四川省 成都市 武侯区', 6],
  ['重庆市 重庆市 渝北区', 3],
  ['湖北省 武汉市 洪山区', 5],
  ['湖南省 长沙市 岳麓区', 4],
  ['河南省 郑州市 金水区', 4],
  ['安徽省 合肥市 蜀山区', 3],
  ['陕西省 西安市 雁塔区', 3],
  ['辽宁省 大连市 中山区', 2],
  ['黑龙江省 哈尔滨市 道里区', 2],
  ['云南省 昆明市 五华区', 2],
  ['广西壮族自治区 南宁市 青秀区', 2],
  ['内蒙古自治区 呼和浩特市 赛罕区', 1],
  ['新疆维吾尔自治区 乌鲁木齐市 天山区', 1],
];

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.below(10)).join('');
}

/** A number that nobody has, of the places a free prefix leaves. */
export function freePhone(prefix: number, rest: string): string {
  return `${FREE_PREFIXES[prefix % FREE_PREFIXES.length] ?? FREE_PREFIXES[0]}${rest}`;
}

/** Someone at some address, under the number that is drawn for them. */
export function makeReceiver(random: Random, drawPhone: () => string): Receiver {
  const place = random.weighted([['浙江省 杭州市 上城区', 4], ...PLACES]);
  const [province = '', city = '', district = ''] = place.split(' ');
  const phone = drawPhone();
  const house = `${1 + random.below(320)}号${1 + random.below(18)}幢${1 + random.below(30)}0${1 + random.below(4)}室`;
  return { name: makeName(random), phone, province, city, district, street: `${random.pick(STREETS)}${house}` };
}

export function makeName(random: Random): string {
  return `${random.pick(SURNAMES)}${random.pick(GIVEN)}`;
}

/** A nick as people choose them; many may choose the same. */
export function plainNick(random: Random): string {
  return `${random.pick(NICK_HEADS)}${random.pick(NICK_TAILS)}`;
}

function unusedPhone(random: Random, phones: Set<string>): string {
  let phone = '';
  do phone = `${random.pick(FREE_PREFIXES)}${digits(random, 8)}`;
  while (phones.has(phone));
  phones.add(phone);
  return phone;
}

function receiver(random: Random, phones: Set<string>): Receiver {
  return makeReceiver(random, () => unusedPhone(random, phones));
}

function nick(random: Random, taken: Set<string>): string {
  for (;;) {
    const plain = plainNick(random);
    const text = random.chance(0.35) && !taken.has(plain) ? plain : `${plain}${digits(random, 2 + random.below(3))}`;
    if (taken.has(text)) continue;
    taken.add(text);
    return text;
  }
}

/** So many people, no two with the same nick or number. */
export function makePeople(random: Random, count: number): readonly Person[] {
  const [nicks, phones] = [new Set<string>(), new Set<string>()];
  return Array.from({ length: count }, () => {
    const openness = random.weighted<Openness>([
      ['open', 70],
      ['masked', 14],
      ['virtual', 8],
      ['guest', 7],
      ['hidden', 1],
    ]);
    const home = receiver(random, phones);
    const receivers: [Receiver, ...Receiver[]] = random.chance(0.12) ? [home, receiver(random, phones)] : [home];
    return { nick: nick(random, nicks), openness, receivers };
  });
}
