/** What is asked of signs once is answered of every text as if each sign were asked. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGarbled } from '../../../src-main/importing/normalise/cell-damage.ts';
import { cleanCell } from '../../../src-main/importing/normalise/clean-cell.ts';
import { readAddress } from '../../../src-main/importing/normalise/read-address.ts';
import { signTable } from '../../../src-main/importing/normalise/sign-table.ts';

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });

test('a table says what its question says', () => {
  const isThird = (code: number): boolean => code % 3 === 0;
  const any = signTable(isThird);
  fc.assert(
    fc.property(units, (codes) => {
      expect(any(String.fromCharCode(...codes))).toBe(codes.some(isThird));
    }),
  );
});

test('cells are cleaned and doubted wherever the odd sign stands', () => {
  expect(
    ['a\u200bb', '\ufeffab', 'ab\u3000', '\u00a0ab', 'a\0b', '="12"', "'12", '—'].map((cell) => cleanCell(cell)),
  ).toEqual(['a\u200bb', 'ab', 'ab', 'ab', 'ab', '12', '12', '']);
  expect(['王锟斤拷', '浙江', 'caf\u00c3\u00a9', '???', 'is it?', '\ufffd', '烫烫烫'].map(isGarbled)).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
    true,
  ]);
});

test('a district that was read before is read the same behind another street', () => {
  const of = (address: string) => ({ province: '浙江省', city: '杭州市', district: '西湖区', address });
  for (const street of ['文三路1号', '学院路 2号', '西湖区路 3'])
    expect(readAddress(`浙江省 杭州市 西湖区 ${street}`)).toEqual(of(`浙江省 杭州市 西湖区 ${street}`));
  expect(readAddress('浙江省 杭州市 西湖区')).toEqual(of('浙江省 杭州市 西湖区'));
  expect(readAddress('上海 上海市 浦东新区 长江路 1')).toMatchObject({ province: '上海市', district: '浦东新区' });
  expect(readAddress('吉林大路 3号 2幢 1室')).toMatchObject({ province: null, city: null, district: null });
});
