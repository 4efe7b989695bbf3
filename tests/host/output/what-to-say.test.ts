/** What is said to one person: the fitting text first, whole or plainly lacking, and nothing to whoever is let be. */

import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import { saveTemplate } from '../../../src-main/ledger/templates/stored-templates.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { whatToSay } from '../../../src-main/output/messages/what-to-say.ts';
import { type ContactChannel, contactChannels } from '../../../src-shared/contract/follow-ups.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { mergeFieldNames, mergeFields } from '../../../src-shared/message/merge-fields.ts';
import { ruleOf } from '../followups/agenda-at-hand.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const scoresOf = scoreSource(ledger.lines);
const on = day('2025-12-01');
const act = { reason: 'test', now: '2026-01-01T08:00:00Z' };

function asked(customer: number, channel: ContactChannel, rule: number | null = null) {
  const scores = scoresOf(reading, { on, definition: 'quantile' });
  return whatToSay(reading, scores, { on, excluded: undefined })({ customer, channel, rule });
}
function written(name: string, channel: ContactChannel, text: string): number {
  return saveTemplate(reading, { template: null, content: { name, channel, text } }, act).template;
}
const names = (customer: number, channel: ContactChannel, rule: number | null = null) =>
  asked(customer, channel, rule)?.texts.map(({ name }) => name);

beforeEach(() => {
  reading.connection.exec(
    'delete from template; delete from care_rule; delete from person_fact; delete from setting; delete from journal',
  );
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: [
      { id: 1, name: '王予安', nick: '豆豆mama', phone: '13800138001', city: '杭州' },
      { id: 2, name: '赵*', nick: 'zhao' },
    ],
    orders: [
      {
        customer: 1,
        day: '2025-08-03',
        paidMinor: 900,
        titles: ['小种 {特级}'],
        receiver: ['王予安', '13800138001', ''],
      },
    ],
  });
});

test('for this way before a way like it before the rest; called like the rule before others; whole before lacking', () => {
  written('打电话', 'phone', '您好，{称呼}');
  written('信', 'post', '{称呼}：');
  written('群发', 'sms', '{称呼}，新茶到了');
  written('缺城市', 'marketplace', '{城市}的{称呼}');
  written('随便', 'marketplace', '{昵称}，在吗');
  const named = written('该续了', 'marketplace', '{昵称}，{上次买的}喝完了吗');
  const { rule } = saveCareRule(
    reading,
    { rule: null, content: ruleOf({ name: '该续了', trigger: { kind: 'renew', offset: 0 } }) },
    act,
  );
  expect(names(1, 'marketplace', rule)).toEqual(['该续了', '缺城市', '随便', '群发', '打电话', '信']);
  expect(asked(1, 'marketplace', rule)).toMatchObject({ offered: named, held: [] });
  // Of the second there is neither a city nor a name that is whole, nor an order.
  expect(names(2, 'marketplace', rule)).toEqual(['随便', '该续了', '缺城市', '群发', '打电话', '信']);
  const lacking = asked(2, 'marketplace', rule)?.texts.find(({ name }) => name === '缺城市');
  expect(lacking).toMatchObject({ message: null, missing: ['city', 'name'] });
  // Nothing that is said on the telephone is whole for them, and no letter is offered for it.
  expect(asked(2, 'phone')).toMatchObject({ offered: null });
  expect(asked(99, 'phone')).toBeNull();
  // A value may hold braces: it is no field.
  expect(asked(1, 'marketplace', rule)?.texts[0]?.message).toBe('豆豆mama，小种 {特级}喝完了吗');
});

test('what leaves as a text message is signed, in a chat it is not; words to mind are named', () => {
  changeSettings(reading, { smsSignature: '【山月】', smsOptOut: '拒收请回复R' }, act);
  written('群发', 'sms', '{称呼}，全网最低价');
  expect(asked(1, 'sms')?.texts[0]).toMatchObject({
    message: '【山月】王予安，全网最低价拒收请回复R',
    sms: { segments: 1, alphabet: 'ucs2' },
    banned: [{ word: '全网最' }],
  });
  expect(asked(1, 'wechat')?.texts[0]).toMatchObject({ message: '王予安，全网最低价', sms: null });
});

test('whoever is held back is told nothing', () => {
  written('群发', 'sms', '{称呼}，新茶到了');
  setWishes(reading, 1, { ...noWishes, optOut: true }, act);
  expect(asked(1, 'sms')).toMatchObject({ texts: [], offered: null, held: [{ why: 'optOut' }] });
});

test('law: a text is whole or it is none: no field is left in it, and what is missing is named', () => {
  const piece = fc.oneof(
    fc.constantFrom('您好，', ' ', '\n', 'hi '),
    fc.constantFrom(
      ...mergeFields.flatMap((field) => [`{${mergeFieldNames['zh-CN'][field]}}`, `{${mergeFieldNames.en[field]}}`]),
    ),
    fc.constantFrom('{新茶}', '{', '}}'),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...contactChannels),
      fc.constantFrom(1, 2),
      (pieces, channel, customer) => {
        const text = pieces.join('').trim();
        fc.pre(text !== '');
        reading.connection.exec('delete from template');
        written('任意', channel, text);
        const said = asked(customer, channel);
        const [one] = said?.texts ?? [];
        const isWhole = one?.missing.length === 0 && one.unknown.length === 0;
        expect(one?.message === null).toBe(!isWhole);
        expect(said?.offered === null).toBe(!isWhole);
        // Braces of a value are the only ones that may stand in it.
        if (one?.message != null) expect(one.message.replaceAll('{特级}', '')).not.toMatch(/[{}]/);
      },
    ),
    { numRuns: 60 },
  );
});
