/** Headers of two lines: words above several columns, and beneath them what each of these is. */

import { expect, test } from 'vitest';
import { findHeader } from '../../../src-main/importing/readers/find-header.ts';

const found = (...lines: readonly string[]) => {
  const header = findHeader(lines.map((line, at) => ({ row: at + 1, cells: line.split(',') })));
  return header === null ? null : [header.row, header.header.join(',')];
};
const row = 'A1,2025-01-02,12.00,10.00,王予安,13800138000';

test('are one header, whether merged cells are left empty or repeated', () => {
  const one = '订单编号,下单时间,总金额,实付金额,收货人姓名,收货人电话';
  expect(found('订单编号,下单时间,金额,,收货人,', ',,总金额,实付金额,姓名,电话', row)).toEqual([2, one]);
  expect(found('订单编号,下单时间,金额,金额,收货人,收货人', ',,总金额,实付金额,姓名,电话', row)).toEqual([2, one]);
  expect(found('店铺导出', '订单编号,下单时间,金额,,收货人,', ',,总金额,实付金额,姓名,电话', row)).toEqual([3, one]);
});

test('are not made of a header and its first row, nor of a line above that only groups', () => {
  const head = '订单编号,下单时间,总金额,实付金额,姓名,电话';
  expect(found(head, row)).toEqual([1, head]);
  expect(found(head, ',,,,李四,老客', row)).toEqual([1, head]);
  expect(found('订单编号,下单时间,金额,,姓名,电话', ',,12.00,10.00,,', row)).toEqual([
    1,
    '订单编号,下单时间,金额,,姓名,电话',
  ]);
  expect(found('订单,,金额,,收货人,', head, row)).toEqual([2, head]);
});
