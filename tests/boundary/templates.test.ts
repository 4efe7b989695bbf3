/** Templates and send lists of the built program: across a process with the demo shop, and on the command line. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { root } from '../house/source-files.ts';
import { startHost } from '../support/built-host.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a text is written, tried, sent to a list and marked as sent; then the guard lets them be, until it is taken back', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  const { client } = host;
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const audience = {
    filter: {},
    basis: { on, definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
  } as const;
  const before = (await client.call('ledger.verify', {})).stateHash;
  const begun = await client.call('templates.begin', { language: 'zh-CN' });
  const { templates } = await client.call('templates.list', {});
  expect(templates).toHaveLength(begun.templates);
  const { template, ...content } =
    templates.find(({ channel }) => channel === 'sms') ?? expect.fail('one for messages');
  const changed = { ...content, text: '{称呼}，新茶到了。{城市}' };
  await client.call('templates.save', { template, content: changed });

  const review = await client.call('sendLists.review', { ...audience, content: changed });
  expect(review.going).toBeGreaterThan(0);
  expect(review.left.map(({ why }) => why)).toContain('noPhone');
  expect(review.going + review.left.reduce((sum, { count }) => sum + count, 0)).toBe(review.looked);
  const first = await client.call('templates.preview', { ...audience, content: changed, at: 0 });
  expect(first.total).toBe(review.looked);

  const { edit, layout } = await client.call('sendLists.saveLayout', {
    layout: null,
    content: {
      name: '我的平台',
      format: 'csv',
      heads: true,
      columns: [
        { head: '号码', what: 'phone' },
        { head: '', what: 'message' },
      ],
    },
  });
  const [saved] = (await client.call('sendLists.layouts', {})).layouts;
  const { layout: _layout, ...own } = saved ?? expect.fail('a layout');
  const path = join(temporaryFolder(), 'list.csv');
  const written = await client.call('sendLists.write', {
    ...audience,
    content: changed,
    layout: own,
    target: await host.targetFor(path),
  });
  expect(written).toMatchObject({ going: review.going, left: review.left });
  expect(written.customers).toHaveLength(review.going);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeff号码,内容');
  expect(lines).toHaveLength(review.going + 1);
  expect(lines.slice(1).every((line) => /^1\d{10},\S+，新茶到了。\S+$/.test(line))).toBe(true);

  const sent = { customers: written.customers, day: on, channel: 'sms', about: content.name } as const;
  // Contacted twice within a month, which is as often as the guard allows.
  const marked = [await client.call('contacts.sent', sent), await client.call('contacts.sent', sent)];
  expect(marked[0]?.contacts).toBe(review.going);
  const after = await client.call('sendLists.review', { ...audience, content: changed });
  expect(after.going).toBe(0);
  expect(after.left.find(({ why }) => why === 'tooOften')?.count).toBeGreaterThanOrEqual(review.going);
  for (const { edit: step } of marked) await client.call('journal.undo', { edit: step });
  expect((await client.call('sendLists.review', { ...audience, content: changed })).going).toBe(review.going);

  await client.call('sendLists.removeLayout', { layout });
  await client.call('templates.remove', { template });
  const { entries } = await client.call('journal.list', { window: { from: 0, count: 20 } });
  for (const entry of entries.filter(({ undone }) => !undone)) await client.call('journal.undo', { edit: entry.edit });
  expect(edit).toBeGreaterThan(0);
  expect((await client.call('ledger.verify', {})).stateHash).toBe(before);
});

test('templates and send-list on the command line', () => {
  const data = join(temporaryFolder(), 'data');
  const run = (...words: readonly string[]): string => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data];
    return spawnSync(process.execPath, all, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } })
      .stdout;
  };
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json'));
  run('import', ...monthFiles(temporaryFolder(), [1, 2]));
  expect(json('templates', 'begin')).toMatchObject({ templates: expect.arrayContaining([]) as unknown });
  const text = '{昵称}，{店铺}上新了';
  expect(json('templates', 'save', '--name', '上新', '--channel', 'marketplace', '--text', text)).toMatchObject({
    template: 9,
  });
  expect(json('templates', 'save', '上新', '--text', `${text}！`)).toMatchObject({ template: 9 });
  expect(json('templates', 'show', '上新')).toMatchObject({ text: `${text}！`, channel: 'marketplace' });
  expect(json('templates', 'preview', '上新', '--at', '1')).toMatchObject({ at: 1, person: { left: [], sms: null } });
  expect(run('templates', 'preview', '上新')).toContain('上新了！');
  const review = json('send-list', '上新') as { going: number };
  expect(review.going).toBeGreaterThan(3);
  const path = join(temporaryFolder(), 'list.csv');
  const file = ['--csv', path, '--columns', 'nick,message=正文', '--no-heads', '--sent'];
  expect(json('send-list', '上新', ...file)).toMatchObject({ going: review.going, sent: { contacts: review.going } });
  expect(readFileSync(path, 'utf8').trimEnd().split('\r\n')).toHaveLength(review.going);
  expect(run('send-list', '上新')).toMatch(/能发 +\d+/);
  expect(json('templates', 'remove', '上新')).toMatchObject({ edit: expect.any(Number) as unknown });
  expect(json('templates', 'show', '上新')).toMatchObject({ problem: { code: 'template-unknown' } });
  expect(json('send-list', '1', '--csv', path, '--columns', 'fax')).toMatchObject({
    problem: { code: 'arguments-invalid' },
  });
  expect(json('templates', 'save', '--name', 'x', '--channel', 'fax', '--text', 'x')).toMatchObject({
    problem: { code: 'arguments-invalid' },
  });
});
