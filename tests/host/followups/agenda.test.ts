/** Who waits today, and why: rules over orders, the guard, what was done, and what closes by itself. */

import { afterAll, beforeEach, expect, test } from 'vitest';
import { dueOn, shower } from '../../../src-main/followups/agenda-answers.ts';
import { disputesInFiles } from '../../../src-main/followups/guard/disputes-in-files.ts';
import type { Suggestion } from '../../../src-main/followups/trigger-room.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { saveServiceTicket } from '../../../src-main/ledger/follow-ups/after-sale-tickets.ts';
import { saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { changeFollowUp, followUpsWith, planFollowUp } from '../../../src-main/ledger/follow-ups/stored-follow-ups.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { setWishes, wishesOf } from '../../../src-main/ledger/profile/wishes.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import type { CareRuleContent } from '../../../src-shared/contract/care-rules.ts';
import { type FollowUpContent, reasonSchema } from '../../../src-shared/contract/follow-ups.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';
import { agendaAt, ruleOf } from './agenda-at-hand.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
const back = {
  now: '2026-01-02T08:00:00Z',
  rematchOrders: () => expect.fail('no orders move'),
  rematchKeys: () => expect.fail('no keys move'),
  settleAside: () => expect.fail('no row moves'),
};

/** Every so many days, the last time on a day. */
function every(customer: number, days: number, times: number, last: Day) {
  return Array.from({ length: times }, (_, at) => ({
    customer,
    day: addDays(last, -days * (times - 1 - at)),
    titles: ['正山小种'],
  }));
}

const on = day('2025-12-01');

function rule(content: Partial<CareRuleContent> & Pick<CareRuleContent, 'trigger'>): number {
  return saveCareRule(reading, { rule: null, content: ruleOf(content) }, act('careRules.save')).rule;
}

/** The follow-up a suggestion becomes. */
function contentOf({ day: due, reason, rule: number }: Suggestion): FollowUpContent {
  return { state: 'open', day: due, reason, rule: number, channel: null, note: '', repeat: null, log: [] };
}

function due(at: Day = on, clock?: string) {
  return agendaAt(ledger, at, clock).today.due.map(({ customer, due: since }) => [customer, since]);
}

function held(at: Day = on, clock?: string) {
  return agendaAt(ledger, at, clock).today.held.map(({ customer, held: why }) => [customer, why.map((one) => one.why)]);
}

beforeEach(() => {
  reading.connection.exec(
    'delete from follow_up; delete from care_rule; delete from service_ticket; delete from contact; delete from person_fact; delete from setting; delete from journal',
  );
  fill(reading, {
    customers: [1, 2, 3, 4].map((id) => ({ id, phone: `1380013800${id}` })),
    orders: [
      // Every 30 days; due on 26 November.
      ...every(1, 30, 4, day('2025-10-27')),
      // Every 60 days; due on 20 December.
      ...every(2, 60, 3, day('2025-10-21')),
      // Once, long ago.
      { customer: 3, day: '2025-03-01' },
      // Two gaps, and came back early: due on 15 November, bought on 28 November.
      ...every(4, 20, 3, day('2025-10-26')),
      { customer: 4, day: '2025-11-28', number: 'back' },
    ],
  });
});

const renew = { trigger: { kind: 'renew', offset: 0 }, lasts: 30 } as const;

test('an order that a file says is under dispute holds its customer back, and is listed beside the tickets until a file says otherwise', () => {
  const word = reading.connection.prepare(
    'update shop_order set status_word = ? where customer_id = 1 and ordered_on = ?',
  );
  word.run('退款中', '2025-10-27');
  rule(renew);
  expect(held()).toEqual([[1, ['dispute']]]);
  const everybody = disputesInFiles(reading, { on, most: 9 });
  expect(everybody).toMatchObject([{ customer: 1, day: '2025-10-27', status: '退款中', item: '正山小种' }]);
  expect(disputesInFiles(reading, { on, customer: 1, most: 9 })).toEqual(everybody);
  expect(disputesInFiles(reading, { on, customer: 2, most: 9 })).toEqual([]);
  // Half a year later it is forgotten.
  expect(disputesInFiles(reading, { on: day('2026-06-01'), most: 9 })).toEqual([]);
  word.run('交易成功', '2025-10-27');
  expect(disputesInFiles(reading, { on, most: 9 })).toEqual([]);
  expect(due()).toEqual([[1, '2025-11-26']]);
});

test('by their own cycle people become due, with the figures it goes by; nobody without two gaps does', () => {
  rule(renew);
  const { today } = agendaAt(ledger, on);
  expect(today.due.map(({ customer, due: since }) => [customer, since])).toEqual([[1, '2025-11-26']]);
  const [{ reason } = { reason: undefined }] = today.due;
  expect(reasonSchema.parse(reason)).toMatchObject({ kind: 'renew', everyDays: 30, gaps: 3, sinceDays: 35 });
  expect(reason).toHaveProperty('of.item', '正山小种');
  // On another day they have not come for as long as it is by then, not as long as it is today.
  const { agenda } = agendaAt(ledger, on);
  const places = agenda.days.get(on) ?? [];
  const [later] = dueOn(shower(reading, agenda), places, day('2025-12-06'));
  expect(later?.reason).toMatchObject({ sinceDays: 40 });
  // Who came back by themselves is told beside it, with the order that closed it.
  expect(today.came.map(({ customer, order }) => [customer, order.number])).toEqual([[4, 'back']]);
});

test('asked twice it suggests the same; what was acted on is not suggested again, and undo brings it back', () => {
  rule(renew);
  const [first] = agendaAt(ledger, on).suggested.suggestions;
  if (first === undefined) throw new Error('nothing suggested');
  expect(agendaAt(ledger, on).suggested.suggestions[0]).toEqual(first);
  const before = stateHash(reading);
  const { edit } = changeFollowUp(
    reading,
    { origin: first.origin, customer: 1, suggested: contentOf(first) },
    (content) => ({
      ...content,
      state: 'done',
      log: [{ at: '2025-12-01T03:00:00Z', day: on, outcome: 'talked', channel: 'phone', note: '要两罐' }],
    }),
    act('followUps.record'),
  );
  const { today } = agendaAt(ledger, on);
  expect(today.due).toEqual([]);
  expect(today.done.map(({ customer, done }) => [customer, done.outcome, done.note])).toEqual([
    [1, 'talked', '要两罐'],
  ]);
  const after = stateHash(reading);
  undoEdit(reading, edit, back);
  expect(stateHash(reading)).toBe(before);
  expect(due()).toEqual([[1, '2025-11-26']]);
  redoEdit(reading, edit, back);
  expect(stateHash(reading)).toBe(after);
});

test('an open follow-up that an order answers closes by itself, and says which order it was', () => {
  rule(renew);
  const [first] = agendaAt(ledger, on).suggested.suggestions;
  if (first === undefined) throw new Error('nothing suggested');
  changeFollowUp(
    reading,
    { origin: first.origin, customer: 1, suggested: contentOf(first) },
    (content) => ({ ...content, day: day('2025-12-03') }),
    act('followUps.move'),
  );
  expect(due(day('2025-12-03'))).toEqual([[1, '2025-12-03']]);
  fill(reading, {
    customers: [{ id: 1, phone: '13800138001' }],
    orders: [...every(1, 30, 4, day('2025-10-27')), { customer: 1, day: '2025-12-02', number: 'again' }],
  });
  const { today } = agendaAt(ledger, day('2025-12-05'));
  expect(today.due).toEqual([]);
  // With its own reason, and the order that closed it, not the one it was about.
  expect(today.came.map(({ customer, reason, order }) => [customer, reason.kind, order.number, order.day])).toEqual([
    [1, 'renew', 'again', '2025-12-02'],
  ]);
  // A week later it is no news, and still nothing is due.
  const later = agendaAt(ledger, day('2025-12-10')).today;
  expect([later.due, later.came]).toEqual([[], []]);
});

test('the guard holds back who is in a dispute, has just ordered, was contacted often enough, or asked not to be', () => {
  rule({ trigger: { kind: 'dormant', days: 10 }, lasts: 120 });
  expect(due().map(([customer]) => customer)).toEqual([2, 1]);
  setWishes(reading, 2, { ...noWishes, optOut: true }, act('customers.wish'));
  saveServiceTicket(
    reading,
    {
      ticket: null,
      customer: 1,
      content: {
        about: 'complaint',
        order: null,
        text: '罐口漏气',
        opened: day('2025-11-30'),
        due: null,
        closed: null,
        outcome: '',
        costMinor: null,
      },
    },
    act('service.save'),
  );
  expect(due()).toEqual([]);
  expect(held()).toEqual([
    [2, ['optOut']],
    [1, ['dispute']],
  ]);
});

test('who ordered less than two days ago is let be until it is over', () => {
  rule({ trigger: { kind: 'after', what: 'paid', days: 0, first: false }, lasts: 20 });
  const at = day('2025-11-29');
  expect(held(at)).toEqual([[4, ['justOrdered']]]);
  expect(due(day('2025-12-01'))).toEqual([[4, '2025-11-28']]);
});

test('two contacts within thirty days are enough, a text sent to many counts, and undoing it frees them', () => {
  rule(renew);
  const sent = (at: string) =>
    markSent(
      reading,
      { customers: [1], day: day(at), channel: 'sms', about: '双11' },
      { reason: 'contacts.sent', now: `${at}T08:00:00Z` },
    );
  sent('2025-11-10');
  const second = sent('2025-11-20');
  expect(due()).toEqual([]);
  expect(held()).toEqual([[1, ['tooOften']]]);
  // Thirty days after the first of the two.
  expect(due(day('2025-12-10'))).toEqual([[1, '2025-11-26']]);
  undoEdit(reading, second.edit, back);
  expect(due()).toEqual([[1, '2025-11-26']]);
});

test('quiet hours hold for the moment only', () => {
  rule(renew);
  setWishes(reading, 1, { ...noWishes, quiet: { from: '21:00', to: '09:00' } }, act('customers.wish'));
  expect(held(on, '08:30')).toEqual([[1, ['quietHours']]]);
  expect(due(on, '10:00')).toEqual([[1, '2025-11-26']]);
});

test('“never again” is one step with their wish, listed once, and taken back as one', () => {
  const { followUp } = planFollowUp(
    reading,
    {
      customer: 3,
      content: {
        state: 'open',
        day: on,
        reason: { kind: 'hand' },
        rule: null,
        channel: 'phone',
        note: '问问新茶',
        repeat: null,
        log: [],
      },
    },
    act('followUps.plan'),
  );
  const before = stateHash(reading);
  const { edit } = changeFollowUp(
    reading,
    { origin: `hand:${followUp}`, customer: 3, suggested: null },
    (content) => ({ ...content, state: 'done' }),
    act('followUps.record'),
    true,
  );
  expect(wishesOf(reading, 3).optOut).toBe(true);
  expect(listJournal(reading, { from: 0, count: 9 }).entries.map(({ reason }) => reason)).toEqual([
    'followUps.record',
    'followUps.plan',
  ]);
  undoEdit(reading, edit, back);
  expect(wishesOf(reading, 3)).toEqual(noWishes);
  expect(stateHash(reading)).toBe(before);
  expect(followUpsWith(reading, 3).map(({ content }) => content.state)).toEqual(['open']);
});

test('a rule lets a person be for as long as it says, and asks only its own group', () => {
  const number = rule({
    trigger: { kind: 'after', what: 'paid', days: 0, first: false },
    lasts: 60,
    coolDown: 40,
    stopsAtOrder: false,
  });
  const of = (customer: number) =>
    agendaAt(ledger, on).suggested.suggestions.filter((one) => one.customer === customer).length;
  // Of three orders within sixty days the one twenty days after the first is not asked for.
  expect(of(4)).toBe(2);
  saveCareRule(
    reading,
    {
      rule: number,
      content: ruleOf({
        trigger: { kind: 'after', what: 'paid', days: 0, first: false },
        lasts: 60,
        where: { field: 'orders', from: 99 },
      }),
    },
    act('careRules.save'),
  );
  expect(agendaAt(ledger, on).suggested.suggestions).toEqual([]);
});

test('a birthday by the lunar calendar is asked for ahead of its day, once a year', () => {
  reading.connection
    .prepare(
      "insert into journal (edited_at, reason, table_name, row_key, field) values ('', '', 'person_fact', '{}', '')",
    )
    .run();
  const edit = reading.connection.prepare('select max(edit_id) from journal').pluck().get();
  const content = JSON.stringify({
    relation: 'self',
    name: '',
    note: '',
    date: {
      occasion: 'birthday',
      on: { calendar: 'lunar', year: 1980, month: 10, day: 16, isLeap: false, leap: 'leapElsePlain' },
    },
  });
  reading.connection
    .prepare("insert into person_fact values ('buyer', 'taobao:nick3', 'relation', 'x', ?, ?)")
    .run(edit, content);
  rule({ trigger: { kind: 'occasion', occasions: ['birthday'], before: 3 }, lasts: 4 });
  // 十月十六 of 2025 is 5 December.
  expect(due(day('2025-12-01'))).toEqual([]);
  const { today } = agendaAt(ledger, day('2025-12-02'));
  expect(today.due.map(({ customer, reason }) => [customer, reason])).toEqual([
    [
      3,
      { kind: 'occasion', occasion: 'birthday', relation: 'self', name: '', on: '2025-12-05', turns: 45, lunar: true },
    ],
  ]);
});

test('orders not paid, money that went back, a thing that wants a new one, and a tier come into: each says what it goes by', () => {
  fill(reading, {
    customers: [1, 2, 3, 4].map((id) => ({ id })),
    orders: [
      { customer: 1, day: '2025-11-30', status: 'unpaid', counts: false, paidMinor: null, number: 'open' },
      { customer: 2, day: '2025-11-20', paidMinor: 900, refundMinor: 300, number: 'back' },
      { customer: 3, day: '2025-06-01', titles: ['净水器滤芯 PP 棉'], number: 'old' },
      { customer: 3, day: '2025-09-02', titles: ['净水器滤芯 PP 棉'], number: 'filter' },
      { customer: 3, day: '2025-10-02', titles: ['茶杯'] },
      ...every(4, 5, 6, day('2025-11-25')),
    ],
  });
  const asked = (content: Partial<CareRuleContent> & Pick<CareRuleContent, 'trigger'>) => {
    reading.connection.exec('delete from care_rule');
    rule(content);
    return agendaAt(ledger, on).suggested.suggestions.map(({ customer, day: since, reason }) => [
      customer,
      since,
      'of' in reason ? reason.of?.number : reason.kind === 'tier' ? reason.tier : null,
    ]);
  };
  expect(asked({ trigger: { kind: 'unpaid', days: 1 } })).toEqual([[1, '2025-12-01', 'open']]);
  expect(asked({ trigger: { kind: 'refund', days: 7 } })).toEqual([[2, '2025-11-27', 'back']]);
  // By the last such thing only, however often it was bought before.
  expect(asked({ trigger: { kind: 'cycle', words: ['滤芯'], days: 90 } })).toEqual([[3, '2025-12-01', 'filter']]);
  const tiers = asked({ trigger: { kind: 'tier', tiers: ['RFM', 'RFm', 'RfM', 'Rfm', 'rFM', 'rFm', 'rfM', 'rfm'] } });
  const { scores } = agendaAt(ledger, on).agenda;
  const { scores: before } = agendaAt(ledger, day('2025-11-30')).agenda;
  const tierOf = (of: typeof scores, customer: number) => of.tier[of.customer.indexOf(customer)];
  expect(tiers.map(([customer]) => customer)).toEqual(
    [2, 3, 4].filter((customer) => tierOf(scores, customer) !== tierOf(before, customer)),
  );
  // Who bought since is not asked about what they did not pay.
  fill(reading, {
    customers: [{ id: 1 }],
    orders: [
      { customer: 1, day: '2025-11-30', status: 'unpaid', counts: false, paidMinor: null, number: 'open' },
      { customer: 1, day: '2025-12-01', number: 'paid' },
    ],
  });
  expect(asked({ trigger: { kind: 'unpaid', days: 1 } })).toEqual([]);
});
