/** What the demo shop sells: teas that are drunk up and bought again, tea ware and things for the house that are not. */

import type { Day } from '../../src-shared/day.ts';

export interface Good {
  readonly title: string;
  readonly sku: string;
  /** Specification as the marketplace prints it, and its price in fen. */
  readonly specs: readonly [
    readonly [text: string, priceMinor: number],
    ...(readonly [text: string, priceMinor: number])[],
  ];
  readonly kind: 'tea' | 'ware' | 'house';
  readonly weight: number;
  /** Months (1–12) in which it sells three times as well. */
  readonly season?: readonly number[];
}

export const goods: readonly [Good, ...Good[]] = [
  {
    title: '明前龙井 绿茶 2号罐装',
    sku: 'TEA-LJ',
    specs: [
      ['净含量：50g', 6800],
      ['净含量：125g', 15800],
      ['净含量：250g', 29800],
    ],
    kind: 'tea',
    weight: 9,
    season: [3, 4, 5],
  },
  {
    title: '高山云雾绿茶 口粮茶袋装',
    sku: 'TEA-YW',
    specs: [
      ['净含量：250g', 5900],
      ['净含量：500g', 10800],
    ],
    kind: 'tea',
    weight: 14,
  },
  {
    title: '正山小种 红茶, 蜜香',
    sku: 'TEA-ZS',
    specs: [
      ['净含量：100g', 7200],
      ['净含量：250g', 16800],
    ],
    kind: 'tea',
    weight: 10,
    season: [10, 11, 12],
  },
  {
    title: '安溪铁观音 清香型 小泡装',
    sku: 'TEA-TG',
    specs: [
      ['规格：16泡', 5600],
      ['规格：32泡', 10200],
    ],
    kind: 'tea',
    weight: 9,
  },
  {
    title: '老白茶饼 寿眉 2018年',
    sku: 'TEA-SM',
    specs: [
      ['规格：100g小饼', 8800],
      ['规格：350g整饼', 26800],
    ],
    kind: 'tea',
    weight: 6,
    season: [9, 10, 11],
  },
  {
    title: '茉莉花茶 七窨 "碧潭飘雪"',
    sku: 'TEA-ML',
    specs: [
      ['净含量：100g', 6600],
      ['净含量：200g', 12600],
    ],
    kind: 'tea',
    weight: 8,
    season: [6, 7, 8],
  },
  {
    title: '桂花乌龙 冷泡茶包',
    sku: 'TEA-GH',
    specs: [
      ['规格：15包', 3900],
      ['规格：30包', 7200],
    ],
    kind: 'tea',
    weight: 11,
    season: [6, 7, 8, 9],
  },
  {
    title: '陈皮普洱 小青柑 罐装',
    sku: 'TEA-XQ',
    specs: [
      ['规格：8颗', 5800],
      ['规格：20颗', 12800],
    ],
    kind: 'tea',
    weight: 7,
  },
  {
    title: '山岚·新春茶礼盒【送礼袋】',
    sku: 'GIFT-XC',
    specs: [
      ['款式：两罐装', 19800],
      ['款式：四罐装', 36800],
    ],
    kind: 'tea',
    weight: 3,
    season: [1, 9, 12],
  },
  {
    title: '手工盖碗 米白 单只',
    sku: 'WARE-GW',
    specs: [
      ['颜色分类：米白', 4800],
      ['颜色分类：天青', 5200],
    ],
    kind: 'ware',
    weight: 5,
  },
  {
    title: '粗陶主人杯（一物一色）',
    sku: 'WARE-BZ',
    specs: [
      ['颜色分类：雾蓝', 3600],
      ['颜色分类：茶褐', 3600],
    ],
    kind: 'ware',
    weight: 6,
  },
  { title: '旅行茶具套装 一壶三杯', sku: 'WARE-LX', specs: [['颜色分类：墨绿', 12800]], kind: 'ware', weight: 4 },
  {
    title: '玻璃公道杯 耐热加厚',
    sku: 'WARE-GD',
    specs: [
      ['容量：250ml', 2900],
      ['容量：400ml', 3900],
    ],
    kind: 'ware',
    weight: 4,
  },
  {
    title: '纯棉茶巾 吸水不掉毛',
    sku: 'HOME-CJ',
    specs: [
      ['规格：2条', 1900],
      ['规格：5条', 3900],
    ],
    kind: 'house',
    weight: 6,
  },
  {
    title: '线香 檀香/沉香 家用',
    sku: 'HOME-XX',
    specs: [
      ['香型：老山檀', 4500],
      ['香型：惠安沉', 6800],
    ],
    kind: 'house',
    weight: 5,
  },
  { title: '竹编收纳篮', sku: 'HOME-ZB', specs: [['尺寸：大号;颜色分类：原竹', 5900]], kind: 'house', weight: 3 },
  {
    title: '棉麻餐垫 隔热',
    sku: 'HOME-CD',
    specs: [
      ['颜色分类：亚麻色;规格：4片', 3500],
      ['颜色分类：藏青;规格：4片', 3500],
    ],
    kind: 'house',
    weight: 4,
  },
];

export const teas: readonly Good[] = goods.filter((good) => good.kind === 'tea');

/** How well a good sells on a day. */
export function appeal(good: Good, day: Day): number {
  return good.season?.includes(Number(day.slice(5, 7))) === true ? good.weight * 3 : good.weight;
}
