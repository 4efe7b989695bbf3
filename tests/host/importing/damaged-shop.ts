/** A small made-up order list, sound, to be damaged in one place by each test. */

export const head = [
  '订单编号',
  '买家会员名',
  '买家应付货款',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '收货人姓名',
  '收货地址',
  '联系手机',
  '订单创建时间',
  '订单付款时间',
  '宝贝标题',
  '宝贝总数量',
  '店铺名称',
] as const;

export type Head = (typeof head)[number];

const two = (value: number): string => String(value).padStart(2, '0');

/** Order number `at`, placed at noon of the `at`th day from 3 March 2025 on. */
export function soundRow(at: number): string[] {
  const day = new Date(Date.UTC(2025, 2, 3 + at)).toISOString().slice(0, 10);
  return [
    `39482175601833${String(52_071 + at * 37)}`,
    `茶客${at % 7}`,
    `${100 + at}.50`,
    `${100 + at}.50`,
    `${100 + at}.50`,
    '交易成功',
    `沈${at % 7}`,
    '浙江省 杭州市 西湖区 文三路1号',
    `1380013${two(at % 7)}07`,
    `${day} 12:${two(at % 60)}:00`,
    `${day} 12:${two(at % 60)}:30`,
    '龙井绿茶，明前',
    '1',
    '山岚茶铺',
  ];
}

export function soundRows(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => soundRow(at));
}

export const at = (name: Head): number => head.indexOf(name);

/** A copy with some cells of one row written anew. */
export function withCells(
  rows: readonly (readonly string[])[],
  row: number,
  cells: Partial<Record<Head, string>>,
): string[][] {
  return rows.map((known, index) =>
    known.map((cell, column) => (index === row ? (cells[head[column] ?? '订单编号'] ?? cell) : cell)),
  );
}

export function csvOf(rows: readonly (readonly string[])[], heads: readonly string[] = head): string {
  return [heads, ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
