/** The owner decides who is who, asked of the built host across a process: together, apart, confirmed, never the same, and undone. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { type MadeOrder, orderFile } from '../host/identity/orders-at-hand.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const on = dayOf('2025-12-31') ?? expect.fail('a day');

async function hostWith(...orders: readonly MadeOrder[]): Promise<BuiltHost> {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  const file = join(folder, 'orders.csv');
  writeFileSync(file, orderFile(orders));
  await importFiles(host, [file]);
  return host;
}

async function idsOf(host: BuiltHost): Promise<ReadonlyMap<string, number>> {
  const { rows } = await host.client.call('customers.list', {
    filter: {},
    basis: { on, definition: 'quantile' },
    sort: { by: 'name', descending: false },
    window: { from: 0, count: 100 },
  });
  return new Map(rows.map(({ name, id }) => [name, id]));
}

const a = { nick: '豆豆', phone: '13800138001', name: '王予安' };
const b = { nick: '花花', phone: '13900139002', name: '王小花' };
const masked = { nick: '石***', phone: '137****7003', name: '石**' };

test('identities.merge and identities.unmerge, identities.parts between them, and the journal takes both back', async () => {
  const host = await hostWith({ order: 11, ...a }, { order: 12, ...b });
  const before = await idsOf(host);
  const group = [before.get('王予安') ?? 0, before.get('王小花') ?? 0];
  const merged = await host.client.call('identities.merge', { groups: [group], choices: { displayName: '王姐' } });
  const [customer] = merged.customers;
  expect([...(await idsOf(host))]).toEqual([['王姐', customer]]);
  const reach = await host.client.call('identities.contacts', { customer: customer ?? 0, on });
  expect(
    reach.contacts
      .filter(({ kind }) => kind === 'phone')
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['138****8001', '139****9002']);
  const { parts } = await host.client.call('identities.parts', { customer: customer ?? 0 });
  expect(parts.map(({ key, link, orders, netMinor }) => [key.value, link, orders, netMinor])).toEqual([
    ['taobao:花花', null, 1, 10_000],
    ['taobao:豆豆', 'owner', 1, 10_000],
  ]);
  const apart = await host.client.call('identities.unmerge', {
    customer: customer ?? 0,
    parts: [[parts[1]?.order ?? 0]],
  });
  expect((await idsOf(host)).size).toBe(2);
  await host.client.call('journal.undo', { edit: apart.edit });
  expect((await idsOf(host)).size).toBe(1);
  await host.client.call('journal.undo', { edit: merged.edit });
  expect([...(await idsOf(host)).keys()].sort()).toEqual(['王予安', '王小花']);
  await expect(host.client.call('identities.parts', { customer: 999 })).rejects.toMatchObject({
    code: 'customer-unknown',
  });
});

test('identities.confirmLikely makes a likely person certain; identities.neverSame is kept', async () => {
  const host = await hostWith({ order: 11, ...a }, { order: 13, ...masked });
  const ids = await idsOf(host);
  const likely = ids.get('石**') ?? 0;
  expect(await host.client.call('ledger.totals', {})).toMatchObject({ likely: 1 });
  await host.client.call('identities.confirmLikely', { customers: [likely] });
  expect(await host.client.call('ledger.totals', {})).toMatchObject({ likely: 0, customers: 2 });
  const { edit } = await host.client.call('identities.neverSame', { groups: [[ids.get('王予安') ?? 0, likely]] });
  expect((await host.client.call('journal.list', { window: { from: 0, count: 5 } })).entries[0]).toMatchObject({
    edit,
    reason: 'identities.neverSame',
    subject: '王予安 / 石**',
  });
  expect((await host.client.call('ledger.verify', {})).ok).toBe(true);
});

test('identities.review finds the groups, each with its evidence, and forgets those that are decided; identities.members shows them', async () => {
  const place = '北京市 北京市 朝阳区 样例街12号3单元501室';
  const strangers = ['周冬青', '林小满', '何立秋', '吴家树'].map((name, index) => ({
    order: 30 + index,
    nick: `${name}的店`,
    name,
    phone: `1370013700${index}`,
    place: `浙江省 杭州市 西湖区 文三路${index + 5}号`,
  }));
  const seen = { nick: '豆**', phone: '138****8001', name: '王**' };
  const host = await hostWith(
    { order: 11, ...a, place },
    { order: 12, ...a, place },
    { order: 13, ...seen },
    { order: 14, ...seen },
    ...strangers,
  );
  const window = { from: 0, count: 10 };
  const { groups, counts } = await host.client.call('identities.review', { strength: 'likely', window });
  expect(counts).toEqual({ likely: 1, possible: 0, matched: 1 });
  const [group] = groups;
  expect(group?.members.map(({ name, orders }) => [name, orders])).toEqual([
    ['王予安', 2],
    ['王**', 2],
  ]);
  expect(group?.pairs[0]?.evidence.map(({ field, says }) => `${field} ${says}`)).toContain('phone close');
  const customers = group?.members.map(({ customer }) => customer) ?? [];
  expect((await host.client.call('identities.members', { customers: [...customers, 999] })).members).toEqual(
    group?.members,
  );
  const { edit } = await host.client.call('identities.neverSame', { groups: [customers] });
  const after = await host.client.call('identities.review', { strength: 'likely', window });
  expect(after).toMatchObject({ total: 0, groups: [], counts: { likely: 0 } });
  await host.client.call('journal.undo', { edit });
  expect((await host.client.call('identities.review', { strength: 'likely', window })).groups).toEqual(groups);
});

test('identities.later puts a group behind the others, also after the next start, until it is taken back', async () => {
  const people = [
    { nick: '豆豆', phone: '13800138001', name: '王予安', place: '北京市 北京市 朝阳区 样例街12号3单元501室' },
    { nick: '花花', phone: '13900139002', name: '赵小花', place: '上海市 上海市 徐汇区 样本路34号2单元402室' },
    { nick: '果果', phone: '13700137003', name: '钱立秋', place: '广东省 广州市 天河区 演示道56号1单元303室' },
  ];
  const orders = people.flatMap(({ nick, phone, name, place }, at): MadeOrder[] => {
    const seen = { nick: `${nick[0]}**`, phone: phone.replace(/^(...)..../, '$1****'), name: `${name[0]}**` };
    const masked = { ...seen, place: `${place.split(' ').slice(0, 3).join(' ')} ****` };
    const whole = { nick, phone, name, place };
    return [whole, whole, masked, masked].map((row, nth) => ({ ...row, order: 20 + 10 * at + nth }));
  });
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const file = join(folder, 'orders.csv');
  writeFileSync(file, orderFile(orders));
  const first = startHost(data);
  await importFiles(first, [file]);
  const review = (host: BuiltHost) =>
    host.client.call('identities.review', { strength: 'likely', window: { from: 0, count: 10 } });
  const before = (await review(first)).groups;
  expect(before.map(({ isLater }) => isLater)).toEqual([false, false, false]);
  const [group] = before;
  if (group === undefined) expect.fail('a group');
  const customers = group.members.map(({ customer }) => customer);
  const { edit } = await first.client.call('identities.later', { group: group.key, customers, isLater: true });
  await first.close();

  const second = startHost(data);
  const late = await review(second);
  expect(late.total).toBe(3);
  expect(late.groups.map(({ key, isLater }) => [key, isLater])).toEqual([
    [before[1]?.key, false],
    [before[2]?.key, false],
    [group.key, true],
  ]);
  const { entries } = await second.client.call('journal.list', { window: { from: 0, count: 5 } });
  expect(entries[0]).toMatchObject({
    reason: 'identities.later',
    subject: group.members.map(({ name }) => name).join('、'),
  });
  await second.client.call('journal.undo', { edit });
  expect((await review(second)).groups).toEqual(before);
  await second.client.call('journal.redo', { edit });
  await second.client.call('identities.later', { group: group.key, customers, isLater: false });
  expect((await review(second)).groups).toEqual(before);
});

test('a decision about many groups, and its way back, leave the host free to answer', {
  timeout: 300_000,
}, async () => {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList1.csv'), { orders: 6000 })]);
  const { rows } = await host.client.call('customers.list', {
    filter: {},
    basis: { on, definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 400 },
  });
  const groups = Array.from({ length: 200 }, (_, at) => [rows[2 * at]?.id ?? 0, rows[2 * at + 1]?.id ?? 0]);
  const customers = async (): Promise<number> => (await host.client.call('ledger.status', {})).customers;
  const before = await customers();
  /** What was answered, in its order; asked one after the other while `work` goes on. */
  const answeredDuring = async <Result>(work: Promise<Result>): Promise<{ done: Result; answers: number }> => {
    let [going, answers] = [true, 0];
    const ended = work.finally(() => {
      going = false;
    });
    while (going) {
      await customers();
      if (going) answers += 1;
    }
    return { done: await ended, answers };
  };
  const merged = await answeredDuring(host.client.call('identities.merge', { groups }));
  expect(merged.done.customers).toHaveLength(200);
  expect(await customers()).toBe(before - 200);
  const undone = await answeredDuring(host.client.call('journal.undo', { edit: merged.done.edit }));
  expect(await customers()).toBe(before);
  expect([merged.answers, undone.answers].filter((answers) => answers < 2)).toEqual([]);
});
