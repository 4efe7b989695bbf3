/** Pasted chats and cards become fields; nothing that was pasted is lost. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPasted } from '../../src-shared/pasted-contact.ts';

test.each([
  [
    '张姐 13800001234 想要10箱 浙江省杭州市西湖区文三路 1 号',
    { name: '张姐', phone: '13800001234', wish: '想要10箱', address: '浙江省杭州市西湖区文三路 1 号' },
  ],
  [
    '收货人：李婷\n手机：139 0000 5678\n地址：上海市徐汇区漕溪北路88号3栋502室\n要两盒明前龙井',
    { name: '李婷', phone: '13900005678', wish: '要两盒明前龙井', address: '上海市徐汇区漕溪北路88号3栋502室' },
  ],
  ['王先生：岩茶怎么卖？ +86 13700001111', { name: '王先生', phone: '13700001111', wish: '岩茶怎么卖？', address: '' }],
  ['Amy Chen,15500002222', { name: 'Amy', phone: '15500002222', wish: 'Chen', address: '' }],
  [
    '帮我寄到广东省深圳市南山区科技园1栋，周姨，18600003333',
    { name: '周姨', phone: '18600003333', wish: '帮我寄到', address: '广东省深圳市南山区科技园1栋' },
  ],
])('%s', (text, fields) => {
  expect(readPasted(text)).toEqual(fields);
});

test('what has no phone has none: an order number is not one', () => {
  expect(readPasted('单号 4913800001234567890').phone).toBe('');
  expect(readPasted('').name).toBe('');
});

test('whatever is pasted, every letter and figure stands in one of the fields', () => {
  const words = fc.constantFrom(
    '张姐',
    '13800001234',
    '想要10箱',
    '浙江省杭州市西湖区',
    '文三路1号',
    'hello',
    '价格',
    '第二件',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
      const { name, phone, address, wish } = readPasted(parts.join(' '));
      const told = `${name} ${phone} ${address} ${wish}`;
      for (const part of parts) expect(told).toContain(part);
    }),
  );
});
