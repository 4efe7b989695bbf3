/** Contacts, tickets, tags, fields and levels on a person's line of time: one by one, with many, by a file; taken back they say so. */

import { afterAll, expect, test } from 'vitest';
import { editInBulk } from '../../../src-main/ledger/bulk/bulk-edit.ts';
import { saveField, setField } from '../../../src-main/ledger/fields/fields.ts';
import { saveServiceTicket } from '../../../src-main/ledger/follow-ups/after-sale-tickets.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { giveLevel } from '../../../src-main/ledger/levels/give-level.ts';
import { timelineOf } from '../../../src-main/ledger/profile/timeline.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import { tagCustomer } from '../../../src-main/ledger/tags/tags.ts';
import { undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { type TimelineKind, timelineEntrySchema } from '../../../src-shared/contract/timeline.ts';
import { defaultLevels } from '../../../src-shared/levels.ts';
import { day } from '../metrics/random-ledger.ts';
import { smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger({
  customers: [{ id: 1, nick: '豆豆' }, { id: 2 }],
  orders: [
    { customer: 1, day: '2025-01-01', paidMinor: 1000, titles: ['茶'] },
    { customer: 1, day: '2025-02-01', paidMinor: 1000, titles: ['茶'] },
    { customer: 2, day: '2025-02-01', paidMinor: 1000, titles: ['杯'] },
  ],
});
afterAll(() => ledger.close());
const { reading } = ledger;

let moments = 0;
const at = (reason: string) => {
  moments += 1;
  return { reason, now: `2026-01-01T08:${String(moments).padStart(2, '0')}:00Z` };
};
const back = {
  now: '2026-01-02T08:00:00Z',
  rematchOrders: () => expect.fail('no orders move'),
  rematchKeys: () => expect.fail('no keys move'),
  settleAside: () => expect.fail('no row moves'),
};
const today = () => ({ on: day('2026-06-30'), currency: 'CNY' });
const told = (kinds: readonly TimelineKind[], customer = 1): string[] =>
  timelineOf(reading, { customer, kinds: [...kinds], window: { from: 0, count: 50 } }, today).entries.map(
    ({ kind, text, contact, ticket, undone }) =>
      [
        kind,
        text,
        contact === null ? null : `${contact.channel} ${contact.outcome}`,
        ticket === null ? null : ticket.isClosed ? 'closed' : 'opened',
        undone ? 'undone' : null,
      ]
        .filter((part) => part !== null && part !== '')
        .join(' '),
  );

test('tags and fields, one by one and with many, newest first, and what was taken back', () => {
  const scoresOf = scoreSource(ledger.lines);
  const basis = { on: day('2026-01-01'), definition: 'quantile' } as const;
  tagCustomer(reading, { customer: 1, name: '老客', has: true }, at('customers.tag').now);
  const skin = saveField(
    reading,
    { field: null, name: '皮肤', type: 'choice', choices: [{ choice: null, name: '干性' }] },
    at('fields.save'),
  ).field;
  setField(reading, { customer: 1, field: skin, value: '干性' }, at('customers.setField'));
  const many = editInBulk(reading, { filter: {}, basis, change: { field: 'tag', add: '送礼' } }, scoresOf, at('').now);
  editInBulk(
    reading,
    { filter: {}, basis, change: { field: 'note', how: 'replace', text: '都写上' } },
    scoresOf,
    at('').now,
  );
  tagCustomer(reading, { customer: 1, name: '老客', has: false }, at('customers.tag').now);
  setField(reading, { customer: 1, field: skin, value: null }, at('customers.setField'));
  expect(told(['tag', 'field', 'note'])).toEqual([
    'field \u2212 皮肤',
    'tag \u2212 老客',
    'note 都写上',
    'tag + 送礼',
    'field 皮肤 = 干性',
    'tag + 老客',
  ]);
  expect(told(['tag', 'note'], 2)).toEqual(['note 都写上', 'tag + 送礼']);
  undoEdit(reading, many.edit ?? 0, back);
  expect(told(['tag'])).toEqual(['tag \u2212 老客', 'tag + 送礼 undone', 'tag + 老客']);
});

test('contacts and tickets by their days', () => {
  markSent(reading, { customers: [1, 2], day: day('2026-02-01'), channel: 'sms', about: '春茶' }, at('contacts.sent'));
  const content = {
    about: 'complaint',
    order: null,
    text: '杯子碎了',
    opened: day('2026-02-02'),
    due: null,
    closed: null,
    outcome: '',
    costMinor: null,
  } as const;
  const { ticket } = saveServiceTicket(reading, { ticket: null, customer: 1, content }, at('service.save'));
  expect(told(['contact', 'ticket'])).toEqual(['ticket 杯子碎了 opened', 'contact 春茶 sms sent']);
  saveServiceTicket(
    reading,
    { ticket, customer: 1, content: { ...content, closed: day('2026-02-05'), outcome: '补寄' } },
    at('service.save'),
  );
  expect(told(['contact', 'ticket'])).toEqual([
    'ticket 补寄 closed',
    'ticket 杯子碎了 opened',
    'contact 春茶 sms sent',
  ]);
});

test('levels by rule and by hand; without levels in force none by rule', () => {
  expect(told(['level'])).toEqual([]);
  changeSettings(
    reading,
    { levels: { ...defaultLevels, levels: [...defaultLevels.levels], on: true } },
    { now: at('').now },
  );
  // Two orders within a year reach V1; a year on nothing is left of them.
  expect(told(['level'])).toEqual(['level V1 → —', 'level — → V1']);
  giveLevel(
    reading,
    { customer: 1, level: { level: 3, from: day('2026-03-01'), until: null, reason: '老朋友' } },
    at('customers.setLevel'),
  );
  expect(told(['level'])).toEqual(['level V1 → —', 'level V3', 'level — → V1']);
  const all = timelineOf(reading, { customer: 1, window: { from: 0, count: 50 } }, today);
  expect(all.entries.map((entry) => timelineEntrySchema.parse(entry))).toEqual(all.entries);
  expect(new Set(all.entries.map(({ key }) => key)).size).toBe(all.entries.length);
});
