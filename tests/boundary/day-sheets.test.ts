/** The day sheet and what is said, asked of the built host across a process, with the demo shop: files are whole, and nobody held back is in them. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '../../src-shared/day.ts';
import { root } from '../house/source-files.ts';
import { startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a morning’s list is taken along as a calendar and as a page, whole and for a helper; what is said comes from the templates', async () => {
  const host = startHost(join(temporaryFolder(), 'data'));
  const { client } = host;
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const basis = { on, definition: 'quantile' } as const;
  await client.call('careRules.begin', { language: 'zh-CN' });
  const { rules } = await client.call('careRules.list', { basis });
  const renew = rules.find(({ trigger }) => trigger.kind === 'renew') ?? expect.fail('a rule for renewals');
  const { rule, dueNow: _now, dueSoon: _soon, ...content } = renew;
  await client.call('careRules.save', { rule, content: { ...content, on: true } });
  const { due } = await client.call('followUps.today', { basis });
  expect(due.length).toBe(20);
  const items = due.map(({ origin, customer, channel, rule: of }) => ({
    origin,
    customer,
    day: on,
    why: '该续了',
    note: '问问用得怎么样',
    channel,
    rule: of,
  }));
  const request = { items, basis, masked: false, language: 'zh-CN' } as const;
  const before = await client.call('daySheets.compose', request);
  expect(before.items.every(({ say }) => say === null)).toBe(true);

  await client.call('templates.begin', { language: 'zh-CN' });
  const { items: composed, held } = await client.call('daySheets.compose', request);
  expect(held).toEqual([]);
  expect(composed.map(({ customer }) => customer)).toEqual(due.map(({ customer }) => customer));
  expect(composed.filter(({ say }) => say !== null).length).toBeGreaterThan(10);
  for (const { say } of composed) expect(say ?? '').not.toMatch(/[{}]/);

  // One by one it is the same text, and the template that is called like the rule goes first.
  const marketplace = due.find(({ channel }) => channel === 'marketplace');
  for (const one of [due[0], marketplace]) {
    if (one === undefined) continue;
    const { customer, channel, rule: of } = one;
    const { texts, offered } = await client.call('templates.forPerson', { customer, basis, channel, rule: of });
    const said = texts.find(({ template }) => template === offered);
    expect(said?.message ?? null).toBe(composed.find((line) => line.customer === customer)?.say);
    if (channel === 'marketplace' && said !== undefined) expect(said.name).toBe(content.name);
  }
  await expect(
    client.call('templates.forPerson', { customer: 9_999_999, basis, channel: 'sms', rule: null }),
  ).rejects.toMatchObject({ code: 'customer-unknown' });

  const off = due[3] ?? expect.fail('a fourth');
  const wished = await client.call('followUps.record', {
    origin: off.origin,
    customer: off.customer,
    basis,
    outcome: 'never',
    channel: null,
    note: '',
    next: null,
  });
  const told = await client.call('templates.forPerson', { customer: off.customer, basis, channel: 'sms', rule: null });
  expect(told).toMatchObject({ texts: [], offered: null, held: [{ why: 'optOut' }] });
  const files = temporaryFolder();
  const ics = join(files, 'day.ics');
  expect(
    await client.call('daySheets.write', { ...request, format: 'ics', target: await host.targetFor(ics) }),
  ).toEqual({ items: 19, held: 1 });
  const calendar = readFileSync(ics, 'utf8');
  expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(19);
  expect(calendar).toContain(`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}\r\n`);

  const html = join(files, 'day.html');
  const masked = { ...request, masked: true, format: 'html' } as const;
  expect(await client.call('daySheets.write', { ...masked, target: await host.targetFor(html) })).toEqual({
    items: 19,
    held: 1,
  });
  const page = readFileSync(html, 'utf8');
  expect(page.match(/<li data-at=/g)).toHaveLength(19);
  expect(page).toContain('default-src');
  // The number of nobody, whoever can be called.
  const phones = composed.flatMap(({ phone }) => (phone === null ? [] : [phone]));
  expect(phones.length).toBeGreaterThan(3);
  for (const phone of phones) expect(page).not.toContain(phone);
  expect(page).not.toContain(off.name);
  await client.call('journal.undo', { edit: wished.edit });
});

test('followups on the command line: today’s list, and the files it is taken along in', async () => {
  const data = join(temporaryFolder(), 'data');
  const host = startHost(data);
  await importFiles(host, monthFiles(temporaryFolder(), [1, 2]));
  const on = '2026-06-30';
  const { rows } = await host.client.call('customers.list', {
    filter: {},
    basis: { on: dayOf(on) ?? expect.fail('a day'), definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 3 },
  });
  expect(rows).toHaveLength(3);
  const planned: number[] = [];
  for (const { id } of rows) {
    const { followUp } = await host.client.call('followUps.plan', {
      customer: id,
      day: dayOf(on) ?? expect.fail('a day'),
      channel: null,
      note: '问问，新茶',
      repeat: null,
    });
    planned.push(followUp);
  }
  const off = rows[2] ?? expect.fail('a third');
  // Called ten days ago, and again today.
  await host.client.call('followUps.record', {
    origin: `hand:${planned[2]}`,
    customer: off.id,
    basis: { on: dayOf('2026-06-20') ?? expect.fail('a day'), definition: 'quantile' },
    outcome: 'willBuy',
    channel: 'phone',
    note: '',
    next: dayOf(on),
  });
  await host.client.call('customers.wish', { customer: off.id, wishes: { optOut: true, quiet: null, channel: null } });
  const { rule } = await host.client.call('careRules.save', {
    rule: null,
    content: {
      name: '付款问候',
      on: true,
      trigger: { kind: 'dormant', days: 1500 },
      where: null,
      channel: null,
      note: '',
      lasts: 5,
      coolDown: 0,
      stopsAtOrder: true,
    },
  });
  await host.close();

  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/main/cli.mjs'), 'followups', ...words, '--on', on, '--data', data], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    });
  const json = (...words: readonly string[]): unknown => JSON.parse(run(...words, '--json').stdout);
  const names = rows.slice(0, 2).map(({ name }) => name);
  const list = json('today') as { due: { name: string }[]; held: { name: string }[] };
  expect(new Set(list.due.map(({ name }) => name))).toEqual(new Set(names));
  expect(list.held.map(({ name }) => name)).toEqual([off.name]);
  const said = run().stdout;
  for (const name of names) expect(said).toContain(name);
  expect(said).toContain(`${off.name}: 说过不要联系`);

  const ics = join(temporaryFolder(), 'day.ics');
  expect(json('daysheet', '--out', ics)).toEqual({ items: 2, held: 0, path: ics });
  expect(readFileSync(ics, 'utf8')).toContain('DTSTART;VALUE=DATE:20260630\r\n');
  expect(readFileSync(ics, 'utf8').replaceAll('\r\n ', '')).toContain('留意：问问，新茶');
  const html = join(temporaryFolder(), 'day.html');
  expect(run('daysheet', '--out', html, '--masked').stdout).toContain('2 位');
  const page = readFileSync(html, 'utf8');
  expect(page.match(/<li data-at=/g)).toHaveLength(2);
  for (const { phone } of rows) if (phone !== null && !phone.includes('*')) expect(page).not.toContain(phone);
  // A rule that lets a fifth of its people be, and what it brought so far.
  expect(json('letbe', String(rule), '--holdout', '20%')).toMatchObject({ rule, rules: [{ share: 0.2, on: true }] });
  expect(run('rules').stdout).toMatch(/付款问候.*20%.*还说不准/);
  expect(json('result', '付款问候')).toMatchObject({ result: null, measured: null });
  expect(run('result', '付款问候').stdout).toContain('还没有到期的');
  expect(json('result', '没有的')).toMatchObject({ problem: { code: 'care-rule-unknown' } });
  // What came of the calls.
  expect(json('calls')).toMatchObject({
    from: '2026-04-02',
    to: on,
    total: { calls: 1, reached: 1, share: null, willBuy: 1, waiting: 1 },
    scripts: [{ rule: null, name: null, calls: 1 }],
  });
  expect(run('calls').stdout).toMatch(/自己排的 +1 +1 +— +1/);
  expect(run('calls', '--from', '2026-06-21').stdout).toContain('2026-06-21 到 2026-06-30 没有打过电话');
  expect(json('calls', '--from', '2026-02-30')).toMatchObject({ problem: { code: 'day-invalid' } });
  const txt = join(temporaryFolder(), 'day.txt');
  for (const words of [
    ['daysheet'],
    ['daysheet', '--out', txt],
    ['calls', '--from', '2026-07-01'],
    ['yesterday'],
    ['today', 'x'],
    ['letbe', '付款问候', '--holdout', '90%'],
    ['letbe', '付款问候'],
  ])
    expect(json(...words)).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(existsSync(txt)).toBe(false);
});
