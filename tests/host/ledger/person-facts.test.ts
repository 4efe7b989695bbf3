/** What the owner knows about a person: wishes, marks and people hang on identities, are taken back in any order, and lists heed them. */

import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { printedExpiry } from '../../../src-main/importing/printed-expiry.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { contactsOf } from '../../../src-main/ledger/contact-points.ts';
import { wholePhone } from '../../../src-main/ledger/customer-profile.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { saveServiceTicket } from '../../../src-main/ledger/follow-ups/after-sale-tickets.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { planFollowUp } from '../../../src-main/ledger/follow-ups/stored-follow-ups.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { relate, relationsOf } from '../../../src-main/ledger/profile/relations.ts';
import { timelineOf } from '../../../src-main/ledger/profile/timeline.ts';
import { markPoint, setWishes, wishesOf } from '../../../src-main/ledger/profile/wishes.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { composeList } from '../../../src-main/output/customer-list.ts';
import type { Relation, Wishes } from '../../../src-shared/contract/profiles.ts';
import { timelineEntrySchema } from '../../../src-shared/contract/timeline.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;

const basis = { on: day('2025-12-31'), definition: 'quantile' } as const;
const sort = { by: 'orders', descending: true } as const;
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
const back = {
  now: '2026-01-02T08:00:00Z',
  rematchOrders: () => expect.fail('no orders move'),
  rematchKeys: () => expect.fail('no keys move'),
  settleAside: () => expect.fail('no row moves'),
};
/** No levels are in force: nobody asks which day it is. */
const noDay = () => expect.fail('no day is asked for');
const quiet: Wishes = { optOut: true, quiet: { from: '22:00', to: '08:00' }, channel: 'wechat' };

beforeEach(() => {
  reading.connection.exec(
    'delete from person_fact; delete from follow_up; delete from contact; delete from service_ticket; delete from journal',
  );
  fill(reading, {
    customers: [
      { id: 1, nick: '豆豆', phone: '13800138001', email: 'a@b.c' },
      { id: 2, phone: '13900139002' },
    ],
    orders: [
      { customer: 1, day: '2025-01-01', receiver: ['王', '13800138001', '浙江省杭州市某路 1 号'] },
      { customer: 1, day: '2025-02-01', refundMinor: 200, receiver: ['王', '13800138001', '浙江省杭州市某路 2 号'] },
      { customer: 2, day: '2025-03-01', receiver: ['李', '13900139002', '某镇 3 号'] },
    ],
  });
});

test('who asked not to be contacted is marked in lists, and on paper the mark stands where the number would', () => {
  const edit = setWishes(reading, 1, quiet, act('customers.wish'));
  expect(wishesOf(reading, 1)).toEqual(quiet);
  const scores = scoreSource(ledger.lines);
  const rows = () => listCustomers(reading, { filter: {}, basis, sort, window: { from: 0, count: 9 } }, scores).rows;
  expect(rows().map(({ id, noContact }) => [id, noContact])).toEqual([
    [1, true],
    [2, undefined],
  ]);
  const columns = ['name', 'phone'] as const;
  const paper = () =>
    composeList(
      reading,
      {
        filter: {},
        basis,
        sort,
        columns: [...columns],
        wholePhones: true,
        purpose: 'record',
        language: 'zh-CN',
        limit: 9,
      },
      scores,
    ).rows.map(([, phone]) => phone);
  expect(paper()).toEqual(['不要联系', '13900139002']);
  const left = { where: { none: [{ field: 'wish', in: ['noContact'] }] } } as const;
  const meant = listCustomers(reading, { filter: left as never, basis, sort, window: { from: 0, count: 9 } }, scores);
  expect(meant.rows.map(({ id }) => id)).toEqual([2]);
  undoEdit(reading, edit, back);
  expect(paper()).toEqual(['13800138001', '13900139002']);
  expect(rows().every(({ noContact }) => noContact === undefined)).toBe(true);
});

test('a phone marked as wrong is not offered for calls, an old address not for parcels, until the mark is taken back', () => {
  const contacts = () => contactsOf(reading, 1, basis.on, printedExpiry(reading.connection));
  const point = (kind: string, text: string) =>
    contacts().contacts.find((one) => one.kind === kind && one.value.includes(text)) ?? expect.fail(text);
  expect(contacts().reach).toBe('phone');
  const wrong = markPoint(reading, { customer: 1, point: point('phone', '8001').point, mark: 'wrong' }, act('m'));
  expect(point('phone', '8001')).toMatchObject({ mark: 'wrong', isUsable: false });
  expect(contacts().reach).toBe('address');
  expect(wholePhone(reading, 1)).toBeNull();
  const scores = scoreSource(ledger.lines);
  const called = () =>
    listCustomers(reading, { filter: { reach: 'phone' }, basis, sort, window: { from: 0, count: 9 } }, scores).rows;
  expect(called().map(({ id }) => id)).toEqual([2]);
  markPoint(reading, { customer: 1, point: point('address', '2 号').point, mark: 'old' }, act('m'));
  const list = { filter: {}, basis, sort, columns: ['phone' as const, 'address' as const], language: 'en' as const };
  expect(composeList(reading, { ...list, wholePhones: true, purpose: 'record', limit: 1 }, scores).rows).toEqual([
    ['', '浙江省杭州市某路 1 号'],
  ]);
  // A number never stands in the journal's list.
  expect(JSON.stringify(listJournal(reading, { from: 0, count: 9 }))).not.toContain('13800138001');
  undoEdit(reading, wrong, back);
  expect(wholePhone(reading, 1)).toBe('13800138001');
  expect(called().map(({ id }) => id)).toEqual([1, 2]);
  const nobodys = { customer: 1, point: 'nothing', mark: 'wrong' } as const;
  expect(() => markPoint(reading, nobodys, act('m'))).toThrow('contact-unknown');
});

const daughter: Relation = {
  relation: 'child',
  name: '小雨',
  date: {
    occasion: 'birthday',
    on: { calendar: 'lunar', year: 2015, month: 12, isLeap: false, day: 18, leap: 'leapElsePlain' },
  },
  note: '爱吃桂花糕',
};

test('the nearest day stands first, with the days that are left; 腊月十八 falls into the next solar year', () => {
  relate(reading, { customer: 1, content: { ...daughter, name: '没日子', date: null } }, act('customers.relate'));
  relate(reading, { customer: 1, content: daughter }, act('customers.relate'));
  const [first, last] = relationsOf(reading, 1, day('2026-11-26'));
  expect(first).toMatchObject({ name: '小雨', next: { day: '2027-01-25', days: 60, turns: 11 } });
  expect(last).toMatchObject({ name: '没日子', next: null });
});

test('the timeline tells orders, refunds, edits and wishes, newest first, by kind, in windows', () => {
  setWishes(reading, 1, quiet, act('customers.wish'));
  const { edit } = relate(reading, { customer: 1, content: daughter }, act('customers.relate'));
  undoEdit(reading, edit, back);
  const all = timelineOf(reading, { customer: 1, window: { from: 0, count: 50 } }, noDay);
  expect(all.entries.map((entry) => timelineEntrySchema.parse(entry))).toEqual(all.entries);
  expect(all.entries.map(({ kind, undone }) => [kind, undone])).toEqual([
    ['relation', true],
    ['wish', false],
    ['refund', false],
    ['order', false],
    ['order', false],
  ]);
  expect(all.counts).toMatchObject({ order: 2, refund: 1, wish: 1, relation: 1, note: 0 });
  const some = timelineOf(reading, { customer: 1, kinds: ['order'], window: { from: 1, count: 5 } }, noDay);
  expect(some).toMatchObject({ total: 2, entries: [{ at: '2025-01-01 12:00:00' }] });
  expect(() => timelineOf(reading, { customer: 99, window: { from: 0, count: 5 } }, noDay)).toThrow('customer-unknown');
});

test('the timeline tells contacts, texts that went to many, and tickets as they were opened and settled; what was taken back is gone', () => {
  const { followUp } = planFollowUp(
    reading,
    {
      customer: 1,
      content: {
        state: 'done',
        day: day('2025-06-01'),
        reason: { kind: 'hand' },
        rule: null,
        channel: 'phone',
        note: '问问新茶',
        repeat: null,
        log: [
          { at: '2025-05-30T02:00:00Z', day: day('2025-05-30'), outcome: 'noAnswer', channel: 'phone', note: '' },
          {
            at: '2025-06-01T02:00:00Z',
            day: day('2025-06-01'),
            outcome: 'willBuy',
            channel: 'wechat',
            note: '月底要两罐',
          },
        ],
      },
    },
    act('followUps.plan'),
  );
  const sent = markSent(
    reading,
    { customers: [1, 2], day: day('2025-07-01'), channel: 'sms', about: '上新' },
    { reason: 'contacts.sent', now: '2025-07-01T02:00:00Z' },
  );
  saveServiceTicket(
    reading,
    {
      ticket: null,
      customer: 1,
      content: {
        about: 'complaint',
        order: null,
        text: '罐口漏气',
        opened: day('2025-08-01'),
        due: null,
        closed: day('2025-08-03'),
        outcome: '补寄一罐',
        costMinor: minorOf(2500),
      },
    },
    act('service.save'),
  );
  const told = () =>
    timelineOf(reading, { customer: 1, kinds: ['contact', 'ticket'], window: { from: 0, count: 9 } }, () => ({
      on: day('2026-01-01'),
      currency: 'CNY',
    }));
  const { entries, counts } = told();
  expect(entries.map((entry) => timelineEntrySchema.parse(entry))).toEqual(entries);
  expect(entries.map(({ kind, text, contact, ticket }) => [kind, text, contact ?? ticket])).toEqual([
    ['ticket', '补寄一罐', { about: 'complaint', isClosed: true }],
    ['ticket', '罐口漏气', { about: 'complaint', isClosed: false }],
    ['contact', '上新', { outcome: 'sent', channel: 'sms' }],
    ['contact', '月底要两罐', { outcome: 'willBuy', channel: 'wechat' }],
    ['contact', '', { outcome: 'noAnswer', channel: 'phone' }],
  ]);
  expect(counts).toMatchObject({ contact: 3, ticket: 2, order: 2 });
  expect(new Set(entries.map(({ key }) => key)).size).toBe(5);
  expect(followUp).toBeGreaterThan(0);
  undoEdit(reading, sent.edit, back);
  expect(told().counts.contact).toBe(2);
});

test('of two people who turned out to be one the newest is in force, and clearing it does not bring the older one back', () => {
  setWishes(reading, 2, { ...quiet, channel: 'phone' }, act('customers.wish'));
  setWishes(reading, 1, quiet, act('customers.wish'));
  reading.connection.exec('update identity set customer_id = 1 where customer_id = 2');
  expect(wishesOf(reading, 1)).toEqual(quiet);
  const edit = setWishes(reading, 1, { optOut: false, quiet: null, channel: null }, act('customers.wish'));
  expect(wishesOf(reading, 1).optOut).toBe(false);
  undoEdit(reading, edit, back);
  expect(wishesOf(reading, 1)).toEqual(quiet);
});

test('undo and redo in any order bring back the very state: a field is what its newest standing entry says', () => {
  const wishes = fc.record({
    optOut: fc.boolean(),
    quiet: fc.constantFrom(null, { from: '21:00', to: '07:30' }),
    channel: fc.constantFrom(null, 'wechat' as const, 'email' as const),
  });
  fc.assert(
    fc.property(fc.array(wishes, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat(4)), (asked, places) => {
      reading.connection.exec("delete from person_fact; update journal set undone_at = 'x'");
      const empty = stateHash(reading);
      const edits = asked.map((one) => setWishes(reading, 1, one, act('customers.wish')));
      const full = stateHash(reading);
      const order = [...edits].sort(() => (places.next().value % 2) - 0.5);
      for (const edit of order) undoEdit(reading, edit, back);
      expect(stateHash(reading)).toBe(empty);
      for (const edit of [...order].reverse()) redoEdit(reading, edit, back);
      expect(stateHash(reading)).toBe(full);
      expect(wishesOf(reading, 1)).toEqual(asked.at(-1));
    }),
    { numRuns: 60 },
  );
});
