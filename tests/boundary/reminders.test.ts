/** Reminders asked of the built host over several runs: one a day however often it starts, and what came due while it was closed. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, type Day, dayOf } from '../../src-shared/day.ts';
import { root } from '../house/source-files.ts';
import { startHost } from '../support/built-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const at = (today: string, clock: string) => ({ env: { REGULARS_TODAY: today, REGULARS_CLOCK: clock } });
const friday: Day = dayOf('2026-08-21') ?? expect.fail('a day');
const place = { shop: '微信', day: dayOf('2026-08-01') ?? friday, currency: 'CNY', address: '', note: '', wish: '' };

type Client = ReturnType<typeof startHost>['client'];

/** Somebody of the book without orders. */
async function personIn(client: Client, name: string, phone: string): Promise<number> {
  const { customer } = await client.call('byHand.lead', { ...place, name, phone, handle: '' });
  return customer ?? expect.fail('nobody came into the book');
}

const plan = (client: Client, customer: number, day: string, channel: 'phone' | 'sms') =>
  client.call('followUps.plan', { customer, day, channel, note: '问问新茶', repeat: null });

test('once a day, with counts and nobody’s name; not again after a start on the same day, and not before its time', async () => {
  const folder = join(temporaryFolder(), 'data');
  const early = startHost(folder, at('2026-08-21', '09:29'));
  const [zhang, li] = [
    await personIn(early.client, '张小花', '13800138001'),
    await personIn(early.client, '李大树', '13800138002'),
  ];
  await plan(early.client, zhang, '2026-08-21', 'phone');
  await plan(early.client, li, '2026-08-19', 'sms');
  expect(await early.client.call('reminders.tick', {})).toEqual({ today: '2026-08-21', remind: null, away: false });
  const now = { day: '2026-08-21', demo: false, people: 2, due: 1, overdue: 1, suggested: 0, calls: 1 };
  expect(await early.client.call('reminders.now', {})).toEqual(now);
  await early.close();

  const morning = startHost(folder, at('2026-08-21', '09:30'));
  const told = await morning.client.call('reminders.tick', {});
  expect(told).toEqual({ today: '2026-08-21', remind: now, away: false });
  expect(JSON.stringify(told)).not.toMatch(/[\u4e00-\u9fff]|138/);
  // One page shows it, another that asks meanwhile does not.
  expect((await morning.client.call('reminders.tick', {})).remind).toBeNull();
  await morning.close();

  // The page went away before it could: the next one shows it.
  const instead = startHost(folder, at('2026-08-21', '09:31'));
  expect((await instead.client.call('reminders.tick', {})).remind).toEqual(now);
  await instead.client.call('reminders.told', { day: now.day });
  await instead.close();

  // On the command line, whatever the hour: a reminder of the owner's own making.
  const cli = (...words: readonly string[]): string =>
    spawnSync(
      process.execPath,
      [join(root, 'dist/main/cli.mjs'), 'followups', 'reminder', '--data', folder, ...words],
      {
        encoding: 'utf8',
        env: { ...process.env, ...at('2026-08-21', '08:00').env },
      },
    ).stdout;
  expect(JSON.parse(cli('--json'))).toEqual(now);
  expect(cli()).toMatch(
    /^今天要联系 2 位：到期 1，逾期 1，建议 0；其中打电话 1\n|^2 to contact today: 1 due, 1 overdue/,
  );

  const again = startHost(folder, at('2026-08-21', '18:00'));
  expect((await again.client.call('reminders.tick', {})).remind).toBeNull();
  await again.client.call('settings.change', { reminder: { on: false, at: '09:30' } });
  await again.close();

  const off = startHost(folder, at('2026-08-22', '10:00'));
  expect((await off.client.call('reminders.tick', {})).remind).toBeNull();
  await off.client.call('settings.change', { reminder: { on: true, at: '10:00' } });
  expect((await off.client.call('reminders.tick', {})).remind).toMatchObject({ people: 2, overdue: 2 });
  await expect(off.client.call('settings.change', { reminder: { on: true, at: '24:00' } })).rejects.toMatchObject({
    code: 'params-invalid',
  });
});

test('nobody due: nothing is said, and what is planned for the day later does not speak up on it', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'), at('2026-08-21', '11:00'));
  const zhang = await personIn(client, '张小花', '13800138001');
  expect(await client.call('reminders.tick', {})).toMatchObject({ remind: null });
  expect(await client.call('reminders.now', {})).toMatchObject({ people: 0 });
  await plan(client, zhang, '2026-08-21', 'phone');
  expect(await client.call('reminders.tick', {})).toMatchObject({ remind: null });
  expect(await client.call('reminders.now', {})).toMatchObject({ people: 1 });
});

test('closed over some days: what came due is told at the next start, until it is read; not of days on which nobody is contacted', async () => {
  const folder = join(temporaryFolder(), 'data');
  const before = startHost(folder, at(friday, '10:00'));
  const zhang = await personIn(before.client, '张小花', '13800138001');
  const li = await personIn(before.client, '李大树', '13800138002');
  await plan(before.client, zhang, addDays(friday, 1), 'phone');
  await plan(before.client, li, addDays(friday, 4), 'phone');
  await before.client.call('reminders.tick', {});
  expect(await before.client.call('reminders.missed', {})).toEqual({ missed: null });
  // Nobody is contacted at the weekend.
  await before.client.call('settings.change', { restWeekdays: [6, 7] });
  await before.close();

  const monday = startHost(folder, at(addDays(friday, 3), '10:00'));
  expect(await monday.client.call('reminders.tick', {})).toMatchObject({ away: false, remind: { people: 1 } });
  expect(await monday.client.call('reminders.missed', {})).toEqual({ missed: null });
  await monday.close();

  const later = startHost(folder, at(addDays(friday, 7), '09:00'));
  expect(await later.client.call('reminders.tick', {})).toMatchObject({ away: true, remind: null });
  const { missed } = await later.client.call('reminders.missed', {});
  expect(missed).toMatchObject({ from: '2026-08-25', to: '2026-08-27', count: 1, kinds: { hand: 1 } });
  expect(missed?.items).toMatchObject([{ customer: li, due: '2026-08-25', stands: 'today' }]);
  await later.close();

  // Not read yet: it is told at another start on the day. Then it was read.
  const same = startHost(folder, at(addDays(friday, 7), '09:10'));
  expect(await same.client.call('reminders.tick', {})).toMatchObject({ away: true });
  await same.client.call('reminders.dismiss', {});
  expect(await same.client.call('reminders.missed', {})).toEqual({ missed: null });
  expect(await same.client.call('reminders.tick', {})).toMatchObject({ away: false });
});

test('a follow-up that repeats by the lunar calendar comes again on its lunar day, and is known however far ahead', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'), at('2026-02-05', '10:00'));
  const zhang = await personIn(client, '张小花', '13800138001');
  const basis = { on: dayOf('2026-02-05') ?? friday, definition: 'quantile' } as const;
  // 腊月十八; done three days late.
  const repeat = { every: 1, unit: 'year', calendar: 'lunar' } as const;
  const asked = { customer: zhang, day: '2026-02-05', channel: null, note: '生日', repeat };
  const { followUp } = await client.call('followUps.plan', asked);
  const which = { origin: `hand:${followUp}`, customer: zhang };
  const late = { ...basis, on: addDays(basis.on, 3) };
  const { due } = await client.call('followUps.customer', { customer: zhang, basis: late });
  expect(due).toMatchObject([{ due: '2026-02-05', repeat: { unit: 'year', calendar: 'lunar' } }]);
  const talked = { outcome: 'talked', channel: 'phone', note: '', next: null } as const;
  const { edit } = await client.call('followUps.record', { ...which, basis: late, ...talked });
  const again = await client.call('followUps.customer', { customer: zhang, basis: late });
  // 腊月十八 of the next lunar year.
  expect(again.due.map(({ day, log }) => [day, log.length])).toEqual([['2027-01-25', 1]]);
  const next = { ...basis, on: dayOf('2027-01-25') ?? friday };
  expect((await client.call('followUps.today', { basis: next })).due.map(({ customer }) => customer)).toEqual([zhang]);
  await client.call('journal.undo', { edit });
  expect((await client.call('followUps.customer', { customer: zhang, basis: late })).due).toEqual(due);
});
