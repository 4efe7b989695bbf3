/** What a file's name and notice say of its days, and what that makes it cover. */

import { expect, test } from 'vitest';
import { coveredPeriod, statedPeriod } from '../../../src-main/importing/stated-period.ts';
import { day } from '../metrics/random-ledger.ts';

test.each([
  ['订单2024-03-01至2024-03-31.csv', '2024-03-01', '2024-03-31'],
  ['orders_20240301-20240331.csv', '2024-03-01', '2024-03-31'],
  ['orders_2024-03-01_2024-03-31 (1).xlsx', '2024-03-01', '2024-03-31'],
  ['2024年3月1日~2024年3月9日.csv', '2024-03-01', '2024-03-09'],
  ['2024年3月订单.xlsx', '2024-03-01', '2024-03-31'],
  ['订单-2024-02.csv', '2024-02-01', '2024-02-29'],
  ['202312.csv', '2023-12-01', '2023-12-31'],
])('%s covers %s to %s', (name, from, to) => {
  expect(statedPeriod(name, [])).toEqual({ from, to });
});

test.each([
  'ExportOrderList201707081012.csv',
  'ExportOrderList20170708.csv',
  'orders_2024-03-05.csv',
  '2024.csv',
  '订单 2024年13月.csv',
  '2024年3月和2024年5月.csv',
  '1793153131473293579.csv',
  '订单2024-03-31至2024-03-01.csv',
])('%s says nothing of its period', (name) => {
  expect(statedPeriod(name, [])).toBeNull();
});

test('a notice goes before the name', () => {
  const notice = ['店铺：山岚', '下单时间：2024-03-01 00:00:00 至 2024-03-31 23:59:59'];
  expect(statedPeriod('订单-2024-02.csv', notice)).toEqual({ from: '2024-03-01', to: '2024-03-31' });
});

test('what is stated counts where orders bear it out, is widened by them, and ends with the day of import', () => {
  const [march, imported] = [{ from: day('2024-03-01'), to: day('2024-03-31') }, day('2024-06-01')];
  const covers = (from: string, to: string, on = imported) =>
    coveredPeriod(march, { from: day(from), to: day(to) }, on);
  expect(covers('2024-03-09', '2024-03-20')).toEqual({ ...march, stated: true });
  expect(covers('2024-02-28', '2024-03-20')).toEqual({ from: '2024-02-28', to: '2024-03-31', stated: true });
  expect(covers('2024-05-01', '2024-05-20')).toEqual({ from: '2024-05-01', to: '2024-05-20', stated: false });
  expect(covers('2024-03-02', '2024-03-11', day('2024-03-12'))).toMatchObject({ to: '2024-03-12' });
  expect(coveredPeriod(march, null, imported)).toBeNull();
  expect(coveredPeriod(null, march, imported)).toEqual({ ...march, stated: false });
});
