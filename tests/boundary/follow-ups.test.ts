/** Follow-ups asked of the built host across a process, with the demo shop: rules, the day's list, what is done of it, the guard, tickets. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { startHost } from '../support/built-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('a morning: rules are looked at and put on, five are contacted, one is put off, one never again; all of it can be taken back', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'));
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const basis = { on, definition: 'quantile' } as const;
  const today = () => client.call('followUps.today', { basis });

  expect(await today()).toMatchObject({ due: [], held: [], done: [], rules: 0, capacity: 20 });
  const begun = await client.call('careRules.begin', { language: 'zh-CN' });
  expect(begun.rules).toBeGreaterThanOrEqual(6);
  expect((await client.call('careRules.begin', { language: 'zh-CN' })).rules).toBe(0);
  const { rules } = await client.call('careRules.list', { basis });
  // All off until they are looked at.
  expect(rules.every((rule) => !rule.on)).toBe(true);
  expect((await today()).due).toEqual([]);
  const renew = rules.find(({ trigger }) => trigger.kind === 'renew') ?? expect.fail('a rule for renewals');
  const { rule, dueNow: _now, dueSoon: _soon, letBe: _letBe, measured: _measured, ...content } = renew;
  const cycle = await client.call('careRules.measuredCycle', { words: ['茶'], basis });
  expect(cycle.again).toBeGreaterThan(20);
  expect(cycle.people).toBeGreaterThan(cycle.again);
  expect(cycle.quarterDays ?? 0).toBeGreaterThan(0);
  const dry = await client.call('careRules.dryRun', { content, rule, basis });
  expect(dry.total).toBeGreaterThan(0);
  expect(dry.days.reduce((sum, { count }) => sum + count, 0)).toBe(dry.total);
  await client.call('careRules.save', { rule, content: { ...content, on: true } });
  const listed = (await client.call('careRules.list', { basis })).rules.find((one) => one.rule === rule);
  expect((listed?.dueNow ?? 0) + (listed?.dueSoon ?? 0)).toBe(dry.total);

  const morning = await today();
  expect(morning.due.length).toBe(20);
  expect(morning.due.every(({ chance, worthMinor }) => chance !== null && worthMinor !== null)).toBe(true);
  const stakes = morning.due.map(({ stakeMinor }) => stakeMinor ?? 0);
  expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
  expect(await today()).toEqual(morning);

  const edits: number[] = [];
  for (const { origin, customer } of morning.due.slice(0, 5)) {
    const done = { origin, customer, basis, outcome: 'talked', channel: 'phone', note: '', next: null } as const;
    edits.push((await client.call('followUps.record', done)).edit);
  }
  const [put, off] = [morning.due[5] ?? expect.fail('a sixth'), morning.due[6] ?? expect.fail('a seventh')];
  const later = addDays(on, 9);
  edits.push(
    (await client.call('followUps.move', { origin: put.origin, customer: put.customer, basis, day: later })).edit,
  );
  const never = { origin: off.origin, customer: off.customer, basis, channel: null, note: '不用再联系', next: null };
  edits.push((await client.call('followUps.record', { ...never, outcome: 'never' })).edit);
  const after = await today();
  expect(new Set(after.done.map(({ customer }) => customer))).toEqual(
    new Set([...morning.due.slice(0, 5), off].map(({ customer }) => customer)),
  );
  // Twenty a day, six are done.
  expect(after.due.length).toBe(14);
  const names = new Set(after.due.map(({ customer }) => customer));
  expect([...morning.due.slice(0, 5), put, off].some(({ customer }) => names.has(customer))).toBe(false);
  const { due: then } = await client.call('followUps.day', { basis, day: later });
  expect(then.map(({ customer }) => customer)).toContain(put.customer);
  const { days } = await client.call('followUps.days', { basis, from: on, to: later });
  expect(days[0]).toMatchObject({ day: on, capacity: 20, people: 20, planned: 14, done: 6 });
  const guarded = await client.call('guard.check', { customers: [off.customer, put.customer], on });
  expect(guarded.held).toMatchObject([{ customer: off.customer, held: [{ why: 'optOut' }] }]);
  const known = await client.call('followUps.customer', { basis, customer: put.customer });
  expect(known.due.map(({ day }) => day)).toEqual([later]);

  for (const edit of edits.toReversed()) await client.call('journal.undo', { edit });
  expect(await today()).toEqual(morning);
});

test('a rule lets a fifth of its people be: they are told of, acted upon by nobody, and compared; nobody can tell on the first day', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'));
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const basis = { on, definition: 'quantile' } as const;
  await client.call('careRules.begin', { language: 'zh-CN' });
  const list = async () => (await client.call('careRules.list', { basis })).rules;
  const found = (await list()).find(({ trigger }) => trigger.kind === 'renew') ?? expect.fail('a rule for renewals');
  // By default one of ten.
  expect(found).toMatchObject({ share: 0.1, windowDays: 30, measured: null });
  const { rule, dueNow: _now, dueSoon: _soon, letBe: _letBe, measured: _measured, ...content } = found;
  const changed = { ...content, on: true, share: 0.2 };
  const dry = await client.call('careRules.dryRun', { content: changed, rule, basis });
  await client.call('careRules.save', { rule, content: changed });
  const listed = (await list()).find((one) => one.rule === rule) ?? expect.fail('gone');
  expect([listed.dueNow + listed.dueSoon, listed.letBe]).toEqual([dry.total, dry.letBe]);
  expect(listed.letBe / (dry.total + dry.letBe)).toBeGreaterThan(0.1);
  expect(listed.letBe / (dry.total + dry.letBe)).toBeLessThan(0.3);

  const morning = await client.call('followUps.today', { basis });
  const letBe = morning.held.filter(({ held }) => held.some(({ why }) => why === 'holdout'));
  expect(letBe.length).toBeGreaterThan(3);
  expect(letBe[0]?.held).toContainEqual({ why: 'holdout', until: null, what: '该续了' });
  const names = new Set(letBe.map(({ customer }) => customer));
  const { days } = await client.call('followUps.span', { basis, from: on, to: addDays(on, 30), most: 500 });
  for (const { due } of days) for (const one of due) expect(names.has(one.customer)).toBe(false);
  const first = letBe[0] ?? expect.fail('nobody');
  const which = { origin: first.origin, customer: first.customer, basis };
  await expect(client.call('followUps.move', { ...which, day: addDays(on, 1) })).rejects.toMatchObject({
    code: 'follow-up-unknown',
  });

  const result = await client.call('careRules.result', { rule, basis });
  expect(result).toMatchObject({ since: on, result: null, measured: null, times: { contacted: 0, held: 0 } });
  expect(result.waiting).toBeGreaterThan(letBe.length);
  expect(await client.call('careRules.orders', { rule, arm: 'held', basis })).toMatchObject({ total: 0, sumMinor: 0 });
  await expect(client.call('careRules.result', { rule: 99, basis })).rejects.toMatchObject({
    code: 'care-rule-unknown',
  });

  // Asked as of a day two months ago, whose days are over by now, it is compared.
  await client.call('followUps.today', { basis: { ...basis, on: addDays(on, -60) } });
  const over = await client.call('careRules.result', { rule, basis });
  expect(over.times.contacted).toBeGreaterThan(over.times.held);
  expect(over.result?.ratio).toBeGreaterThan(0.01);
  const behind = await client.call('careRules.orders', { rule, arm: 'contacted', basis, limit: 1000 });
  expect(behind.sumMinor).toBe(over.result?.contacted.minor);
});

test('several pages ask at once, and a rule lets the same people be for all of them: one draw is made, and kept', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'));
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const bases = [
    { on, definition: 'quantile' },
    { on, definition: 'quantile', excluded: false },
    { on, definition: 'ntile' },
    { on, definition: 'ntile', excluded: false },
  ] as const;
  await client.call('careRules.begin', { language: 'zh-CN' });
  const { rules } = await client.call('careRules.list', { basis: bases[0] });
  const heldOf = async (basis: (typeof bases)[number]): Promise<string[]> => {
    const { held } = await client.call('followUps.today', { basis });
    return held.map(({ customer, held: [first] }) => `${customer} ${first?.why} ${first?.what}`).sort();
  };
  for (const { rule, dueNow: _now, dueSoon: _soon, letBe: _letBe, measured: _measured, ...content } of rules.slice(
    0,
    4,
  )) {
    // What they wait for is worked out before: all draw at the same moment then.
    await Promise.all(bases.map(heldOf));
    await client.call('careRules.save', { rule, content: { ...content, on: true, share: 0.5, seed: 7 } });
    const [first, ...others] = await Promise.all(bases.map(heldOf));
    for (const other of others) expect(other).toEqual(first);
  }
  expect((await heldOf(bases[0])).length).toBeGreaterThan(50);
});

test('what is planned by hand stands on its day; a ticket holds somebody back until it is closed; a text sent to many counts', async () => {
  const { client } = startHost(join(temporaryFolder(), 'data'));
  await client.call('demo.open', {});
  const on = dayOf((await client.call('ledger.status', {})).today) ?? expect.fail('a day');
  const basis = { on, definition: 'quantile' } as const;
  const { rows } = await client.call('customers.list', {
    filter: {},
    basis,
    sort: { by: 'recencyDays', descending: true },
    window: { from: 0, count: 1 },
  });
  const customer = rows[0]?.id ?? expect.fail('nobody');
  const asked = {
    customer,
    day: on,
    channel: null,
    note: '问问新茶',
    repeat: { every: 1, unit: 'month', calendar: 'solar' },
  };
  const { followUp } = await client.call('followUps.plan', {
    ...asked,
    repeat: { ...asked.repeat, unit: 'month', calendar: 'solar' },
  });
  const due = async () => (await client.call('followUps.today', { basis })).due.map(({ customer: of }) => of);
  expect(await due()).toEqual([customer]);

  const content = {
    about: 'complaint',
    order: null,
    text: '罐口漏气',
    opened: on,
    due: null,
    closed: null,
    outcome: '',
    costMinor: null,
  } as const;
  const { ticket } = await client.call('service.save', { ticket: null, customer, content });
  expect((await client.call('service.list', { state: 'open', on })).tickets).toMatchObject([
    { ticket, customer, text: '罐口漏气' },
  ]);
  expect(await due()).toEqual([]);
  const { held } = await client.call('followUps.today', { basis });
  expect(held).toMatchObject([{ customer, held: [{ why: 'dispute', what: '罐口漏气' }] }]);
  await client.call('service.save', { ticket, customer, content: { ...content, closed: on, outcome: '补发' } });
  const { counts } = await client.call('service.report', { on, from: addDays(on, -29), to: on });
  expect(counts).toMatchObject([
    { about: 'complaint', opened: 1, closed: 1, open: 0, medianDays: 0, costUnknown: 1 },
    { about: 'all', opened: 1, closed: 1 },
  ]);
  const { entries } = await client.call('customers.timeline', {
    customer,
    kinds: ['ticket'],
    window: { from: 0, count: 9 },
  });
  expect(entries.map(({ text, ticket: of }) => [text, of?.isClosed])).toEqual([
    ['补发', true],
    ['罐口漏气', false],
  ]);
  expect(await due()).toEqual([customer]);
  const removed = await client.call('service.remove', { ticket });
  await client.call('journal.undo', { edit: removed.edit });
  expect((await client.call('service.list', { customer, state: 'all', on })).tickets).toHaveLength(1);

  const record = {
    origin: `hand:${followUp}`,
    customer,
    basis,
    outcome: 'noAnswer',
    channel: 'phone',
    note: '',
    next: null,
  } as const;
  await client.call('followUps.record', record);
  // It repeats: done, and due again in a month.
  expect(await due()).toEqual([]);
  const again = (await client.call('followUps.customer', { basis: { ...basis, on: addDays(on, 25) }, customer })).due;
  expect(again[0]?.log).toHaveLength(1);
  const { edit } = await client.call('followUps.drop', { origin: `hand:${followUp}`, customer, basis });
  await client.call('journal.undo', { edit });

  await client.call('contacts.sent', { customers: [customer], day: on, channel: 'sms', about: '双11' });
  const { held: often } = await client.call('guard.check', { customers: [customer], on });
  expect(often).toMatchObject([{ held: [{ why: 'tooOften' }] }]);
  const rule = {
    name: '随便',
    on: false,
    trigger: { kind: 'dormant', days: 90 },
    where: null,
    channel: null,
    note: '',
    lasts: 5,
    coolDown: 0,
    stopsAtOrder: true,
  } as const;
  const saved = await client.call('careRules.save', { rule: null, content: rule });
  await client.call('careRules.remove', { rule: saved.rule });
  await expect(client.call('careRules.remove', { rule: saved.rule })).rejects.toMatchObject({
    code: 'care-rule-unknown',
  });
  await expect(client.call('followUps.drop', { origin: 'hand:99', customer, basis })).rejects.toMatchObject({
    code: 'follow-up-unknown',
  });
});
