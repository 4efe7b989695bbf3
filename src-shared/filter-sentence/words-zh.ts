/** A filter in Chinese words. */

import type { Bought, CustomCondition, Days, FilterCondition, Range, TextField, Wording } from '../contract/filters.ts';
import { marketplaceNames } from '../marketplace.ts';
import { formatMinor, type Minor } from '../money.ts';
import { lifeNamesZh, noTierZh, tierNamesZh } from '../tier-names.ts';
import type { SentenceNames } from './sentence.ts';

const gradeWords = { large: '大客', medium: '中客', small: '小客', none: '一年没买' } as const;
const tierWords = { ...tierNamesZh, none: noTierZh } as const;

const texts: Readonly<Record<TextField, string>> = {
  name: '姓名',
  buyerId: '买家号',
  phone: '电话',
  email: '邮箱',
  note: '备注',
  province: '省份',
  city: '城市',
  district: '区县',
  address: '收货地址',
  buyerNote: '买家留言',
  sellerNote: '卖家备注',
};

const or = (words: readonly string[]): string => words.join('或');
const quoted = (text: string): string => `“${text}”`;

function range<Value extends number>(
  { from, to }: { readonly from?: Value | undefined; readonly to?: Value | undefined },
  text: (value: Value) => string,
): string {
  if (from !== undefined && to !== undefined) return from === to ? text(from) : `${text(from)} 到 ${text(to)}`;
  if (from !== undefined) return `至少 ${text(from)}`;
  return to === undefined ? '' : `最多 ${text(to)}`;
}

/** Chinese and digits are parted by a blank. */
const after = (text: string): string => (/^\d/.test(text) ? ` ${text}` : text);

const counted = (ends: Range, unit: string): string => `${range(ends, String)} ${unit}`;

function money(ends: Range<Minor>, { currency }: SentenceNames): string {
  return range(ends, (amount) => formatMinor(amount, currency));
}

/** '60 到 120 天前', '最近 30 天内', '90 天前或更早'. */
function ago({ from = 0, to }: Range): string {
  if (to === undefined) return from === 0 ? '至今' : `${from} 天前或更早`;
  if (from === to) return from === 0 ? '当天' : `${from} 天前`;
  return from === 0 ? `最近 ${to} 天内` : `${from} 到 ${to} 天前`;
}

const calendar = { thisMonth: '本月', lastMonth: '上个月', thisYear: '今年', lastYear: '去年' } as const;

function when(days: Days): string {
  if ('daysAgo' in days) return ago(days.daysAgo);
  if ('calendar' in days) return calendar[days.calendar];
  const { from, to } = days;
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} 到 ${to}`;
  return from === undefined ? `${to ?? ''} 或更早` : `${from} 或更晚`;
}

function wording(what: string, { test, texts: wanted }: Wording): string {
  const words = or(wanted.map(quoted));
  return {
    contains: `${what}含${words}`,
    is: `${what}是${words}`,
    starts: `${what}以${words}开头`,
    ends: `${what}以${words}结尾`,
  }[test];
}

function bought(condition: Bought, { shop, ...names }: SentenceNames): string {
  const { orders = 'counted', product, days, shops, times, spent } = condition;
  const never = times?.to === 0;
  const verb = { counted: '买过', all: '下过单（含未付款、关闭的）', refunded: '退过款' }[orders];
  const where = shops === undefined ? '' : `在${or(shops.map((id) => quoted(shop(id) ?? `#${id}`)))}`;
  const what =
    product === undefined ? '' : orders === 'counted' ? wording('名称', product) : wording('，商品名称', product);
  const goods = what === '' ? '' : orders === 'counted' ? `${what}的商品` : what;
  const often =
    times === undefined || never || (times.from === 1 && times.to === undefined) ? '' : `，${counted(times, '单')}`;
  const much = spent === undefined ? '' : `，共计${money(spent, { shop, ...names })}`;
  return `${days === undefined ? '' : when(days)}${where}${never ? '没有' : ''}${verb}${goods}${often}${much}`;
}

function custom(condition: CustomCondition, names: SentenceNames): string {
  const { name = `#${condition.custom}`, choices = [] } = names.field(condition.custom) ?? {};
  const what = quoted(name);
  if ('in' in condition) {
    return `${what}是${or(condition.in.map((id) => quoted(choices.find(({ choice }) => choice === id)?.name ?? `#${id}`)))}`;
  }
  if ('is' in condition) return `${what}为${condition.is ? '是' : '否'}`;
  if ('days' in condition) return `${what}在${after(when(condition.days))}`;
  if (!('test' in condition)) return `${what}${after(range(condition, String))}`;
  if ('texts' in condition) return wording(what, condition);
  return condition.test === 'filled' ? `${what}填了` : `${what}没填`;
}

const wishWords = {
  noContact: '不要联系',
  quiet: '有免打扰时段',
  channel: '有偏好的联系方式',
  none: '没说过联系意愿',
} as const;
const scores = { r: '近', f: '勤', m: '多' } as const;

export const chineseWords = {
  everybody: '全部客户',
  condition(condition: FilterCondition, names: SentenceNames): string {
    switch (condition.field) {
      case 'orders':
        return `有效单${after(counted(condition, '单'))}`;
      case 'allOrders':
        return `全部订单${after(counted(condition, '单'))}（含未付款、关闭的）`;
      case 'recencyDays':
        return `最近一次下单在${after(ago(condition))}`;
      case 'firstDaysAgo':
        return `第一次下单在${after(ago(condition))}`;
      case 'rhythmDays':
        return `自己的购买间隔${after(counted(condition, '天'))}`;
      case 'r':
      case 'f':
      case 'm':
        return `“${scores[condition.field]}”的得分${after(counted(condition, '分'))}`;
      case 'netMinor':
        return `净额${after(money(condition, names))}`;
      case 'paidMinor':
        return `实付${after(money(condition, names))}`;
      case 'refundMinor':
        return `退款${after(money(condition, names))}`;
      case 'averageMinor':
        return `客单${after(money(condition, names))}`;
      case 'firstDay':
        return `第一次下单在${after(when(condition.days))}`;
      case 'lastDay':
        return `最近一次下单在${after(when(condition.days))}`;
      case 'tier':
        return `层是${or(condition.in.map((tier) => tierWords[tier]))}`;
      case 'lifecycle':
        return `阶段是${or(condition.in.map((stage) => lifeNamesZh[stage]))}`;
      case 'level':
        return `等级是${or(condition.in.map((id) => (id === 0 ? '没有' : (names.level(id) ?? `#${id}`))))}`;
      case 'grade':
        return `贡献是${or(condition.in.map((grade) => gradeWords[grade]))}`;
      case 'ladder':
        return `在阶梯的 ${condition.in.join('、')}`;
      case 'certainty':
        return `是${or(condition.in.map((one) => ({ certain: '确定', likely: '推测' })[one]))}的客户`;
      case 'reach':
        return or(
          condition.in.map((one) => ({ phone: '能打电话', email: '只有邮箱', neither: '没有电话也没有邮箱' })[one]),
        );
      case 'wish':
        return or(condition.in.map((one) => wishWords[one]));
      case 'shop':
        return `在${or(condition.in.map((id) => quoted(names.shop(id) ?? `#${id}`)))}下过单`;
      case 'marketplace':
        return `在${or(condition.in.map((one) => marketplaceNames[one].zh))}下过单`;
      case 'excluded':
        return `有被排除的单（${or(condition.in.map((kind) => exclusionNamesZh[kind]))}）`;
      case 'segment':
        return `在人群${or(condition.in.map((id) => quoted(names.segment(id) ?? `#${id}`)))}里`;
      case 'run':
        return `在策略${or(condition.in.map((id) => quoted(names.run(id) ?? `#${id}`)))}的联系名单里`;
      case 'tag':
        return `有标签${or(condition.in.map((id) => quoted(names.tag(id) ?? `#${id}`)))}`;
      case 'custom':
        return custom(condition, names);
      case 'bought':
        return bought(condition, names);
      case 'name':
      case 'buyerId':
      case 'phone':
      case 'email':
      case 'note':
      case 'province':
      case 'city':
      case 'district':
      case 'address':
      case 'buyerNote':
      case 'sellerNote': {
        const what = texts[condition.field];
        if ('texts' in condition) return wording(what, condition);
        return condition.test === 'filled' ? `有${what}` : `没有${what}`;
      }
    }
  },
  all: (parts: readonly string[], isInner: boolean): string => {
    const text = parts.join('，并且');
    return isInner ? `（${text}）` : text;
  },
  any: (parts: readonly string[], isInner: boolean): string => {
    const text = parts.join('，或者');
    return isInner ? `（${text}）` : text;
  },
  none: (parts: readonly string[]): string =>
    parts.length === 1 ? `不是：${parts[0] ?? ''}` : `下面哪条都不是（${parts.join('；')}）`,
};

const exclusionNamesZh = {
  brushing: '刷单',
  self: '自己拍的',
  test: '测试',
  staff: '员工',
  reseller: '同行、批发',
} as const;
