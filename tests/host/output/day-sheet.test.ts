/** The day sheet that is taken along: a calendar that reads it back as it was, and a page that needs nobody. */

import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { saveTemplate } from '../../../src-main/ledger/templates/stored-templates.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { calendarFile, escapedText, folded } from '../../../src-main/output/day-sheet/calendar-file.ts';
import { composeDaySheet } from '../../../src-main/output/day-sheet/compose.ts';
import { daySheetFile } from '../../../src-main/output/day-sheet/day-sheet-file.ts';
import { maskItem } from '../../../src-main/output/day-sheet/masked.ts';
import type { DaySheetItem, DaySheetRequest } from '../../../src-shared/contract/day-sheets.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { addDays } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const scores = scoreSource(ledger.lines);
const on = day('2025-12-01');
const now = '2025-12-01T00:30:05.123Z';

const asked: DaySheetRequest['items'] = [
  {
    origin: 'hand:1',
    customer: 1,
    day: on,
    why: '45 天买一次，已 50 天',
    note: '问问新茶；\n给王予安留 2 罐，回拨 13800138001',
    channel: 'phone',
    rule: null,
  },
  {
    origin: 'rule:2:7',
    customer: 2,
    day: on,
    why: '生日 <b>"12-03"</b>',
    note: '',
    channel: 'marketplace',
    rule: null,
  },
  { origin: 'rule:2:8', customer: 3, day: on, why: '好久没来', note: '', channel: 'wechat', rule: null },
  { origin: 'hand:9', customer: 99, day: on, why: '不在了', note: '', channel: 'phone', rule: null },
];
const basis = { on, definition: 'quantile' } as const;
const request: DaySheetRequest = { items: asked, basis, masked: false, language: 'zh-CN' };
const composed = (part: Partial<DaySheetRequest> = {}) => composeDaySheet(reading, { ...request, ...part }, scores);
const file = (part: Partial<DaySheetRequest> & { readonly format: 'ics' | 'html' }) =>
  daySheetFile(reading, { ...request, ...part }, scores, now);

beforeEach(() => {
  reading.connection.exec('delete from person_fact; delete from template; delete from journal');
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: [
      { id: 1, name: '王予安', nick: '豆豆mama', phone: '13800138001', city: '杭州' },
      { id: 2, name: '李 & 敏', nick: '敏<敏>', phone: '139****9002' },
      { id: 3, name: '赵六', likely: true, phone: '13600136003' },
    ],
    orders: [
      {
        customer: 1,
        day: '2025-08-03',
        titles: ['小种'],
        receiver: ['王小安', '13800138001', ''],
        number: '2611204842500275001',
      },
    ],
  });
});

interface Event {
  readonly [name: string]: string;
}

/** Reads a calendar as RFC 5545 says: unfolded, one value a line, texts with their escapes undone. */
function eventsIn(file: string): Event[] {
  expect(file.endsWith('\r\n')).toBe(true);
  const raw = file.slice(0, -2).split('\r\n');
  for (const line of raw) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\r\n\ufffd]/);
  }
  const lines = raw.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Regulars//Day sheet//EN']);
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon), line.slice(colon + 1)];
    if (line === 'BEGIN:VEVENT') events.push({});
    const here = events.at(-1);
    if (here === undefined || name === 'BEGIN' || name === 'END') continue;
    expect(here).not.toHaveProperty([name]);
    here[name] = value.replace(/\\([\\;,nN])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
  }
  return events;
}

function item(part: Partial<DaySheetItem>): DaySheetItem {
  return {
    origin: 'hand:1',
    customer: 1,
    day: on,
    why: '',
    note: '',
    say: null,
    channel: 'phone',
    rule: null,
    name: '王',
    phone: null,
    nick: null,
    order: null,
    place: null,
    ...part,
  };
}

describe('who is on it', () => {
  test('whole numbers of those who are certain; who is held back, or gone, is not on it', () => {
    const { items, held } = composed();
    expect(held).toEqual([]);
    expect(items.map(({ name, phone, nick, place }) => [name, phone, nick, place])).toEqual([
      ['王予安', '13800138001', '豆豆mama', '杭州'],
      ['李 & 敏', null, '敏<敏>', null],
      ['赵六', null, null, null],
    ]);
    setWishes(reading, 1, { ...noWishes, optOut: true }, { reason: 'customers.wish', now });
    expect(composed()).toMatchObject({
      held: [{ customer: 1, name: '王予安', held: [{ why: 'optOut' }] }],
      items: [{ customer: 2 }, { customer: 3 }],
    });
    expect(file({ format: 'html' }).text).not.toContain('13800138001');
    expect(file({ format: 'ics' })).toMatchObject({ items: 2, held: 1 });
  });

  test('for a helper: names, numbers and what was noted of them in part; the nick only where it is the way', () => {
    const { items } = composed({ masked: true });
    expect(items.map(({ name, phone, nick, note }) => [name, phone, nick, note])).toEqual([
      ['王**', '138****8001', null, '问问新茶；\n给王**留 2 罐，回拨 138****8001'],
      ['李**', null, '敏<敏>', ''],
      ['赵**', null, null, ''],
    ]);
    for (const format of ['ics', 'html'] as const) {
      const { text } = file({ masked: true, format });
      expect(text.replaceAll('\r\n ', '')).not.toMatch(/13800138001|王予安|豆豆mama|tel:1/);
    }
  });

  test('with what a template says where one is whole; for a helper without any name of theirs', () => {
    const text = '{称呼}，{上次买的}喝完了吗？单号 {上次单号}';
    saveTemplate(
      reading,
      { template: null, content: { name: '回访', channel: 'phone', text } },
      { reason: 'templates.save', now },
    );
    expect(composed().items.map(({ say }) => say)).toEqual([
      '王小安，小种喝完了吗？单号 2611204842500275001',
      null,
      null,
    ]);
    expect(composed({ masked: true }).items[0]?.say).toBe('王**，小种喝完了吗？单号 261****5001');
    expect(file({ masked: true, format: 'html' }).text).not.toMatch(/王小安|2611204842500275001/);
  });

  test('law: no whole number, name or mail of theirs is left in a line for a helper; days and sums stay', () => {
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
    const name = fc.stringMatching(/^[王李张]{2,3}$/);
    const around = fc.constantFrom('', ' ', '，', '打', '\n', '(', '+86 ');
    fc.assert(
      fc.property(phone, name, name, around, (number, called, filed, gap) => {
        const said = `${called}${gap}${number}${gap}${filed} 2026-08-20 付 1280.50 元 ${number.slice(0, 3)} ${number.slice(3, 7)}-${number.slice(7)} wang.y@a-b.cn`;
        const { note } = maskItem(item({ name: called, note: said, phone: number }), [filed]);
        expect(note).not.toContain(number);
        expect(note.replace(/[ -]/g, '')).not.toContain(number);
        for (const one of [called, filed]) expect(note).not.toContain(one);
        expect(note).toContain('2026-08-20 付 1280.50 元');
        expect(note).not.toContain('a-b.cn');
      }),
    );
    // Where they are found by an order's number in the marketplace's back office, it stays.
    const byOrder = item({ channel: 'marketplace', order: '2611204842500275001', say: '单号 2611204842500275001' });
    expect(maskItem(byOrder, [])).toMatchObject({ order: '2611204842500275001', say: '单号 2611204842500275001' });
    expect(maskItem({ ...byOrder, channel: 'wechat' }, [])).toMatchObject({ order: null, say: '单号 261****5001' });
  });
});

describe('as a calendar', () => {
  test('it is read back as it was: days of the shop, texts, stable names', () => {
    const { text } = file({ format: 'ics' });
    const events = eventsIn(text);
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({
      DTSTAMP: '20251201T003005Z',
      'DTSTART;VALUE=DATE': '20251201',
      'DTEND;VALUE=DATE': '20251202',
      SUMMARY: '王予安：45 天买一次，已 50 天',
      DESCRIPTION: '留意：问问新茶；\n给王予安留 2 罐，回拨 13800138001\n联系：电话\n电话：13800138001\n昵称：豆豆mama',
      TRANSP: 'TRANSPARENT',
    });
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(3);
    // Later, and put off by a week: the same entry.
    const later = eventsIn(calendarFile([item({ day: addDays(on, 7) })], '2026-01-01T00:00:00Z', 'en'));
    expect(later[0]?.['UID']).toBe(events[0]?.['UID']);
    expect(later[0]).toMatchObject({ 'DTSTART;VALUE=DATE': '20251208', DESCRIPTION: 'Contact: phone' });
    expect(eventsIn(calendarFile([], now, 'en'))).toEqual([]);
  });

  test('law: any text comes back, no line is longer than 75 bytes, no character is cut', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '茶', '🍵', ';', ',', '\\', '\n', '\\n', ':', ' ', '"'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(texts, texts, (why, said) => {
        const [event] = eventsIn(calendarFile([item({ why, note: said })], now, 'zh-CN'));
        expect(event?.['SUMMARY']).toBe(`王：${why}`);
        expect(event?.['DESCRIPTION']).toBe(said === '' ? '联系：电话' : `留意：${said}\n联系：电话`);
      }),
    );
    expect(escapedText('a\u0000b\u0007\r\nc\rd\te')).toBe('ab\\nc\\nd\te');
    expect(folded('x'.repeat(75))).toBe('x'.repeat(75));
    expect(folded('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(folded('茶'.repeat(26))).toBe(`${'茶'.repeat(25)}\r\n 茶`);
  });
});

describe('as a page', () => {
  test('it holds everything, asks nobody, and what people wrote stays text', () => {
    const { text } = file({ format: 'html' });
    expect(text).toContain('<a class="tel" href="tel:13800138001">13800138001</a>');
    expect(text).toContain('李 &#38; 敏');
    expect(text).toContain('生日 &#60;b&#62;&#34;12-03&#34;&#60;/b&#62;');
    expect(text).toContain('问问新茶；<br>给王予安');
    expect(text).not.toMatch(/(?:src|href)=["'](?!tel:)|url\(|@import|https?:|fetch\(|XMLHttp|sendBeacon/);
    expect(text).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
  });
});
