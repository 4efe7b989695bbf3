/** Who is who from the command line: groups with their evidence, one customer of them, taken apart again, never the same. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CustomerPart, type ReviewGroup, reviewGroupSchema } from '../../src-shared/contract/identities.ts';
import { orderFile } from '../host/identity/orders-at-hand.ts';
import { root } from '../house/source-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function cli(data: string, ...words: readonly string[]): { readonly code: number | null; readonly value: unknown } {
  const done = spawnSync(process.execPath, [join(root, 'dist/main/cli.mjs'), ...words, '--data', data, '--json'], {
    encoding: 'utf8',
  });
  return { code: done.status, value: JSON.parse(done.stdout) as unknown };
}

const place = '北京市 北京市 朝阳区 样例街12号3单元501室';
const seen = { nick: '豆**', phone: '138****8001', name: '王**' };
const known = { nick: '豆豆', phone: '13800138001', name: '王予安', place };
const strangers = ['周冬青', '林小满', '何立秋', '吴家树'].map((name, index) => ({
  order: 30 + index,
  nick: `${name}的店`,
  name,
  phone: `1370013700${index}`,
  place: `浙江省 杭州市 西湖区 文三路${index + 5}号`,
}));

test('review, merge, unmerge and never-same do what they say, and say it as JSON', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const file = join(folder, 'orders.csv');
  const orders = [11, 12].map((order) => ({ order, ...known }));
  writeFileSync(file, orderFile([...orders, ...[13, 14].map((order) => ({ order, ...seen })), ...strangers]));
  cli(data, 'import', file);
  const review = (): { total: number; groups: ReviewGroup[] } => {
    const { total, groups } = cli(data, 'review').value as { total: number; groups: unknown[] };
    return { total, groups: groups.map((group) => reviewGroupSchema.parse(group)) };
  };
  const [group] = review().groups;
  const members = group?.members.map(({ customer }) => String(customer)) ?? [];
  expect(members).toHaveLength(2);

  const key = group?.key ?? '';
  expect(cli(data, 'later', key).value).toMatchObject({ group: key, isLater: true });
  expect(review().groups.map(({ isLater }) => isLater)).toEqual([true]);
  // What is put off is not decided by a word about all.
  expect(cli(data, 'merge', '--all', 'likely').value).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(cli(data, 'later', key, '--back').value).toMatchObject({ isLater: false });
  expect(review().groups.map(({ isLater }) => isLater)).toEqual([false]);
  expect(cli(data, 'later', 'nobody').value).toMatchObject({ problem: { code: 'arguments-invalid' } });

  const merged = cli(data, 'merge', ...members, '--name', '王姐').value as { customers: number[] };
  const [customer] = merged.customers;
  expect(review().total).toBe(0);
  const { parts } = cli(data, 'unmerge', String(customer)).value as { parts: CustomerPart[] };
  expect(parts.map(({ orders: count, link }) => [count, link])).toEqual([
    [2, null],
    [2, 'owner'],
  ]);
  expect(cli(data, 'unmerge', String(customer), String(parts[1]?.order)).code).toBe(0);
  // What was taken apart is not proposed again, nor put together by a second import.
  cli(data, 'import', file);
  expect(review().total).toBe(0);
  const [again] = (cli(data, 'customers', '--search', '王').value as { customers: { id: number }[] }).customers;
  expect(cli(data, 'never-same', String(again?.id)).value).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(cli(data, 'never-same', String(again?.id), '99999').value).toMatchObject({
    problem: { code: 'customer-unknown' },
  });
  expect(cli(data, 'review', '--strength', 'sure').code).toBe(1);
  expect(cli(data, 'verify').value).toMatchObject({ ok: true });
});
