/** 一位客户在不在一个人群里，为什么。 */

export const membership = {
  title: '人群',
  inNone: '不在存过的人群里',
  why: '为什么？',
  comma: '、',
  panel: '为什么在这个人群里',
  which: '哪个人群',
  isIn: '在“{{name}}”里',
  isNot: '不在“{{name}}”里',
  holds: '满足',
  fails: '不满足',
  unasked: '在看的这些店里没有下过单，所以不在它们的任何名单里。',
  fixedMeets: '这个人群定在 {{day}}；照今天算，条件是满足的。',
  fixedNot: '这个人群定在 {{day}}；照今天算，条件并不满足。',
  has: '这位：{{what}}',
  nothing: '这位：没有',
  noOrders: '这位：没有这样的单',
  orders_other: '这位：{{count, number}} 单，净额 {{money}}',
  more_other: '再看 {{count, number}} 单',
  beyond_other: '更早的还有 {{count, number}} 单，在往来账里',
} as const;
