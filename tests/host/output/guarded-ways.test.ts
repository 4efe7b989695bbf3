/** One gate for every way out: whoever the contact guard holds back is on no list to contact people, no label, in no message, on no day sheet. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { guardOf } from '../../../src-main/followups/guard/held-back.ts';
import { saveServiceTicket } from '../../../src-main/ledger/follow-ups/after-sale-tickets.ts';
import { keepDraws } from '../../../src-main/ledger/follow-ups/care-draws.ts';
import { saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { composeList } from '../../../src-main/output/customer-list.ts';
import { composeDaySheet } from '../../../src-main/output/day-sheet/compose.ts';
import { exportList } from '../../../src-main/output/export-list.ts';
import { heldPeople } from '../../../src-main/output/held-people.ts';
import { composeLabels } from '../../../src-main/output/label-list.ts';
import { composeSendList } from '../../../src-main/output/messages/send-list.ts';
import { whatToSay } from '../../../src-main/output/messages/what-to-say.ts';
import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { addDays } from '../../../src-shared/day.ts';
import { runsOr } from '../../support/law.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { agendaAt, ruleOf } from '../followups/agenda-at-hand.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const scores = scoreSource(ledger.lines);
const on = day('2025-12-01');
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
const whole = {
  filter: {},
  basis: { on, definition: 'quantile' },
  sort: { by: 'netMinor', descending: true },
} as const;
const columns: ListColumn[] = ['name', 'phone'];
const list = { ...whole, columns, wholePhones: true, language: 'zh-CN' } as const;

/** What may speak against contacting a person. */
interface Life {
  readonly optOut: boolean;
  /** Days ago of the last order, and whether a refund of it is under way. */
  readonly ordered: number;
  readonly refunding: boolean;
  readonly ticket: boolean;
  /** Days ago of each contact. */
  readonly contacts: readonly number[];
  /** A rule of care lets them be. */
  readonly letBe: boolean;
}

const life: fc.Arbitrary<Life> = fc.record({
  optOut: fc.boolean(),
  ordered: fc.integer({ min: 0, max: 12 }),
  refunding: fc.boolean(),
  ticket: fc.boolean(),
  contacts: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
  letBe: fc.boolean(),
});

const phoneOf = (id: number): string => `1380013${String(8000 + id)}`;

/** The number of the rule that lets some of them be. */
function live(lives: readonly Life[]): number {
  reading.connection.exec(
    `delete from service_ticket; delete from contact; delete from person_fact; delete from setting; delete from care_draw; delete from care_rule;
     delete from journal`,
  );
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: lives.map((_, at) => ({ id: at + 1, name: `客户${at + 1}`, phone: phoneOf(at + 1) })),
    orders: lives.map(({ ordered }, at) => ({
      customer: at + 1,
      day: addDays(on, -ordered),
      counts: true,
      paidMinor: 1000 + at,
      receiver: [`客户${at + 1}`, phoneOf(at + 1), `浙江省杭州市新街 ${at + 1} 号`] as const,
    })),
  });
  const word = reading.connection.prepare('update shop_order set status_word = ? where customer_id = ?');
  for (const [at, { optOut, refunding, ticket, contacts }] of lives.entries()) {
    const customer = at + 1;
    if (refunding) word.run('退款中', customer);
    if (optOut) setWishes(reading, customer, { ...noWishes, optOut }, act('profiles.wishes'));
    if (ticket)
      saveServiceTicket(
        reading,
        {
          ticket: null,
          customer,
          content: {
            about: 'complaint',
            order: null,
            text: '杯子碎了',
            opened: on,
            due: null,
            closed: null,
            outcome: '',
            costMinor: null,
          },
        },
        act('service.save'),
      );
    for (const ago of contacts)
      markSent(
        reading,
        { customers: [customer], day: addDays(on, -ago), channel: 'sms', about: '新茶' },
        act('contacts.sent'),
      );
  }
  const content = ruleOf({ trigger: { kind: 'after', what: 'paid', days: 0, first: false }, share: 0.5, lasts: 30 });
  const { rule } = saveCareRule(reading, { rule: null, content }, act('careRules.save'));
  const drawn = lives.map(({ letBe }, at) => ({
    rule,
    customer: at + 1,
    kind: 'buyer' as const,
    value: `taobao:nick${at + 1}`,
    arm: letBe ? ('held' as const) : ('contacted' as const),
    stratum: 'none',
    share: 0.5,
  }));
  keepDraws(reading, { drawn, occurred: [] });
  return rule;
}

/** Names on a list are `客户N`: whose they are. */
const idsOf = (names: readonly (string | undefined)[]): number[] =>
  names.map((name) => Number((name ?? '').replace('客户', ''))).sort((a, b) => a - b);

async function exported(purpose: 'contact' | 'record'): Promise<{ names: number[]; held: number; text: string }> {
  const path = join(temporaryFolder(), 'list.csv');
  const { held } = await exportList(reading, { ...list, purpose, format: 'csv' }, path, scores);
  const text = readFileSync(path, 'utf8');
  const [, ...rows] = Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data;
  return { names: idsOf(rows.map(([name]) => name)), held, text };
}

test('whoever is held back leaves by no way, whoever is not leaves by each; for the records all do, the reason in place of the phone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 8 }), async (lives) => {
      const rule = live(lives);
      const guard = guardOf(reading, { on });
      const everybody = lives.map((_, at) => at + 1);
      const free = everybody.filter((id) => guard(id).length === 0);
      const held = everybody.filter((id) => guard(id).length > 0);

      const asked = heldPeople(reading, { ...whole, limit: 5000 }, scores);
      expect(asked.held.map(({ customer }) => customer).sort((a, b) => a - b)).toEqual(held);

      const paper = composeList(reading, { ...list, purpose: 'contact', limit: 100 }, scores);
      expect(idsOf(paper.rows.map(([name]) => name))).toEqual(free);
      expect([paper.total, paper.held]).toEqual([free.length, held.length]);
      expect(paper.sumMinor).toBe(free.reduce((sum, id) => sum + 999 + id, 0));

      const file = await exported('contact');
      expect([file.names, file.held]).toEqual([free, held.length]);

      const labels = composeLabels(reading, { ...whole, limit: 100 }, scores);
      expect(labels.labels.map(({ customer }) => customer).sort((a, b) => a - b)).toEqual(free);

      const content = { name: '新茶', channel: 'sms', text: '你好' } as const;
      const sent = composeSendList(reading, { ...whole, content }, scores);
      expect(sent.messages.map(({ person }) => person.customer).sort((a, b) => a - b)).toEqual(free);

      const items = everybody.map((customer) => ({
        origin: `hand:${customer}`,
        customer,
        day: on,
        why: '问候',
        note: '',
        channel: 'phone' as const,
        rule: null,
      }));
      const sheet = composeDaySheet(reading, { items, basis: whole.basis, masked: false, language: 'zh-CN' }, scores);
      expect(sheet.items.map(({ customer }) => customer)).toEqual(free);

      // What is asked for by a rule reaches nobody whom the rule lets be: on no sheet, with no text, and in no agenda.
      const ofRule = everybody.filter((id) => guard(id, rule).length === 0);
      expect(ofRule).toEqual(free.filter((id) => lives[id - 1]?.letBe === false));
      const byRule = items.map((item) => ({ ...item, rule }));
      const sheetOfRule = composeDaySheet(
        reading,
        { items: byRule, basis: whole.basis, masked: false, language: 'zh-CN' },
        scores,
      );
      expect(sheetOfRule.items.map(({ customer }) => customer)).toEqual(ofRule);
      const say = whatToSay(reading, scores(reading, whole.basis), { on, excluded: false });
      for (const id of everybody)
        expect(say({ customer: id, channel: 'sms', rule })?.held.length === 0).toBe(ofRule.includes(id));
      const { agenda } = agendaAt(ledger, on);
      const due = [...agenda.days.values()].flat().flatMap(({ first, also }) => [first, ...also]);
      for (const one of due) expect(lives[one.customer - 1]?.letBe).toBe(false);

      // For the records nobody is lost, and no number of them either way out.
      const records = composeList(reading, { ...list, purpose: 'record', limit: 100 }, scores);
      expect([records.total, records.held]).toEqual([lives.length, 0]);
      const kept = await exported('record');
      expect(kept.names).toEqual(everybody);
      for (const id of held) {
        expect(kept.text).not.toContain(phoneOf(id));
        expect(JSON.stringify(records.rows)).not.toContain(phoneOf(id));
      }
      for (const id of free) expect(kept.text).toContain(phoneOf(id));
    }),
    { numRuns: runsOr(60) },
  );
});
