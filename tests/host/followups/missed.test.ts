/** What came due while the program was closed: what waits, where it stands, and what is over. */

import { afterAll, beforeEach, expect, test } from 'vitest';
import { lastingRules, missedOf } from '../../../src-main/followups/missed.ts';
import { suggest } from '../../../src-main/followups/suggest.ts';
import { keepDraws } from '../../../src-main/ledger/follow-ups/care-draws.ts';
import { careRules, saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { changeFollowUp, planFollowUp } from '../../../src-main/ledger/follow-ups/stored-follow-ups.ts';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { missedSchema } from '../../../src-shared/contract/reminders.ts';
import { type Day, daysBetween } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';
import { agendaAt, ruleOf } from './agenda-at-hand.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
/** Closed from Friday to Sunday. */
const [from, to, on] = [day('2025-12-05'), day('2025-12-07'), day('2025-12-08')];

function missed(span = { from, to }) {
  const { agenda } = agendaAt(ledger, on);
  const rules = careRules(reading);
  const basis = { on, definition: 'quantile' } as const;
  const lasting = lastingRules(rules, daysBetween(span.from, on) + 1);
  const { suggestions } = suggest(reading, { basis, rules: lasting, forecast: null }, scoreSource(ledger.lines));
  return missedSchema.parse(missedOf(reading, agenda, { suggestions, rules }, span));
}

function plan(customer: number, on: Day): string {
  const content = { reason: { kind: 'hand' }, rule: null, channel: null, note: '', repeat: null, log: [] } as const;
  const { followUp } = planFollowUp(
    reading,
    { customer, content: { ...content, log: [], state: 'open', day: on } },
    act('followUps.plan'),
  );
  return `hand:${followUp}`;
}

beforeEach(() => {
  reading.connection.exec(
    'delete from follow_up; delete from care_rule; delete from person_fact; delete from setting; delete from journal',
  );
  fill(reading, {
    customers: [1, 2, 3, 4, 5].map((id) => ({ id, phone: `1380013800${id}` })),
    orders: [
      // Asked ten days after they paid: on 5, 6 and 7 December, and on the 4th, before it was closed.
      { customer: 1, day: '2025-11-25', number: 'friday' },
      { customer: 2, day: '2025-11-26', number: 'saturday' },
      { customer: 3, day: '2025-11-27', number: 'sunday' },
      { customer: 4, day: '2025-11-24', number: 'before' },
      { customer: 5, day: '2025-06-01' },
    ],
  });
});

const after = (lasts: number) =>
  saveCareRule(
    reading,
    {
      rule: null,
      content: ruleOf({ trigger: { kind: 'after', what: 'paid', days: 10, first: false }, lasts }),
    },
    act('careRules.save'),
  );

test('what still waits is told with where it stands; what lasted a day only is over', () => {
  after(2);
  const { count, kinds, items } = missed();
  expect(items.map(({ customer, due, stands }) => [customer, due, stands])).toEqual([
    [1, '2025-12-05', 'passed'],
    [2, '2025-12-06', 'passed'],
    [3, '2025-12-07', 'today'],
  ]);
  expect([count, kinds]).toEqual([3, { after: 3 }]);
});

test('whom the rule lets be is not told as over, but as held back while it lasts', () => {
  reading.connection.exec('delete from care_draw');
  const { rule } = after(2);
  const content = careRules(reading)[0]?.content ?? expect.fail('a rule');
  saveCareRule(reading, { rule, content: { ...content, share: 0.5 } }, act('careRules.save'));
  const drawn = [1, 2, 3].map((customer) => ({
    rule,
    customer,
    kind: 'buyer' as const,
    value: `taobao:nick${customer}`,
    arm: customer === 2 ? ('contacted' as const) : ('held' as const),
    stratum: 'none',
    share: 0.5,
  }));
  keepDraws(reading, { drawn, occurred: [] });
  expect(missed().items.map(({ customer, stands }) => [customer, stands])).toEqual([
    [2, 'passed'],
    [3, 'held'],
  ]);
});

test('who was acted on, or is not to be contacted, is no longer told as over', () => {
  after(1);
  expect(missed().items.map(({ customer }) => customer)).toEqual([1, 2, 3]);
  const { suggestions } = suggest(
    reading,
    { basis: { on, definition: 'quantile' }, rules: lastingRules(careRules(reading), 4), forecast: null },
    scoreSource(ledger.lines),
  );
  const second = suggestions.find(({ customer }) => customer === 2) ?? expect.fail('asked about');
  changeFollowUp(
    reading,
    {
      origin: second.origin,
      customer: 2,
      suggested: {
        state: 'open',
        day: second.day,
        reason: second.reason,
        rule: second.rule,
        channel: null,
        note: '',
        repeat: null,
        log: [],
      },
    },
    (content) => ({ ...content, state: 'dropped' }),
    act('followUps.drop'),
  );
  setWishes(reading, 3, { ...noWishes, optOut: true }, act('customers.wish'));
  expect(missed().items.map(({ customer }) => customer)).toEqual([1]);
});

test('planned ones of those days are told, done ones and others are not; held back they say so', () => {
  const [friday, saturday] = [plan(1, from), plan(5, day('2025-12-06'))];
  plan(2, on);
  plan(4, day('2025-12-04'));
  expect(missed().items.map(({ origin, stands }) => [origin, stands])).toEqual([
    [friday, 'today'],
    [saturday, 'today'],
  ]);
  setWishes(reading, 5, { ...noWishes, optOut: true }, act('customers.wish'));
  changeFollowUp(
    reading,
    { origin: friday, customer: 1, suggested: null },
    (content) => ({ ...content, state: 'done' }),
    act('followUps.record'),
  );
  expect(missed()).toMatchObject({ count: 1, items: [{ origin: saturday, stands: 'held' }] });
  expect(missed({ from: day('2025-12-01'), to: day('2025-12-03') })).toMatchObject({ count: 0, items: [] });
});
