/** Whom a parcel can be sent to, and where: the newest whole address of each customer, and a reason for everybody else. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactsOf } from '../../../src-main/ledger/contact-points.ts';
import { markPoint, setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { composeLabels } from '../../../src-main/output/label-list.ts';
import { day } from '../metrics/random-ledger.ts';
import { type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger({
    customers: [
      { id: 1, name: '王予安', phone: '13800138001' },
      { id: 2, name: '李四', phone: '13900139002' },
      { id: 3, name: '赵*', likely: true },
      { id: 4, name: '钱五' },
      { id: 5, name: '孙六' },
    ],
    orders: [
      // Moved house since; the newest of all is masked.
      {
        customer: 1,
        day: '2024-01-01',
        paidMinor: 100,
        receiver: ['王予安', '13800138001', '浙江省 杭州市 旧街 1 号'],
      },
      {
        customer: 1,
        day: '2025-01-01',
        paidMinor: 100,
        receiver: ['王妈妈', '13700137001', '浙江省 杭州市 新街 2 号(000000)'],
      },
      { customer: 1, day: '2025-02-01', paidMinor: 100, receiver: ['王**', '138****8001', '浙江省 杭州市 ****'] },
      { customer: 2, day: '2025-02-01', paidMinor: 900, receiver: ['李*', '13900139002-4455', '文一路 969 号'] },
      { customer: 3, day: '2025-02-01', paidMinor: 300, receiver: ['赵七', '13600136003', '上海市 徐汇区 3 号'] },
      { customer: 4, day: '2025-02-01', paidMinor: 200, receiver: ['钱五', '13500135004', '江苏省 ***'] },
      { customer: 5, day: '2025-02-01', paidMinor: 150 },
    ],
  });
  // As of files that have the places in columns of their own.
  ledger.reading.connection
    .prepare("update shop_order set province = '浙江省', city = '杭州市', district = '余杭区' where customer_id = 2")
    .run();
});
afterAll(() => ledger.close());

const compose = (limit = 5000) =>
  composeLabels(
    ledger.reading,
    {
      filter: {},
      basis: { on: day('2025-04-01'), definition: 'quantile' },
      sort: { by: 'netMinor', descending: true },
      limit,
    },
    scoreSource((reading) => ledger.lines(reading)),
  );

describe('labels of a list', () => {
  test('in the order of the list, with the newest address that is whole, and who it was sent to', () => {
    const { labels } = compose();
    expect(labels.map(({ customer }) => customer)).toEqual([2, 1, 3]);
    expect(labels[1]).toEqual({
      customer: 1,
      name: '王妈妈',
      phone: '13700137001',
      address: '浙江省 杭州市 新街 2 号',
      day: '2025-01-01',
    });
  });

  test('places that stand in columns of their own are put before the street; a masked name gives way to the known one', () => {
    expect(compose().labels[0]).toMatchObject({ name: '李四', address: '浙江省杭州市余杭区文一路 969 号' });
  });

  test('no virtual number, and no phone of somebody who is only likely', () => {
    const { labels } = compose();
    expect(labels[0]?.phone).toBeNull();
    expect(labels[2]).toMatchObject({ name: '赵七', phone: null });
  });

  test('labels and those who get none are all who were looked at', () => {
    expect(compose()).toMatchObject({ total: 5, looked: 5, refused: 0, masked: 1, without: 1 });
    expect(compose(2)).toMatchObject({ total: 5, looked: 2, masked: 0, without: 0, labels: [{ customer: 2 }, {}] });
  });

  test('nobody who asked not to be contacted, no address they moved from, no phone that is somebody else’s', () => {
    const act = { reason: 'test', now: '2025-04-01T00:00:00.000Z' };
    const { contacts } = contactsOf(ledger.reading, 1, day('2025-04-01'), () => null);
    const moved = contacts.find(({ value }) => value.includes('新街'))?.point ?? '';
    setWishes(ledger.reading, 3, { optOut: true, quiet: null, channel: null }, act);
    markPoint(ledger.reading, { customer: 1, point: moved, mark: 'old' }, act);
    const { labels, refused } = compose();
    expect(refused).toBe(1);
    expect(labels.map(({ customer }) => customer)).toEqual([2, 1]);
    expect(labels[1]?.address).toBe('浙江省 杭州市 旧街 1 号');
  });
});
