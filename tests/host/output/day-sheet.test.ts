/** The day sheet that is taken along: a calendar that reads it back as it was, and a page that needs nobody. */

import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { calendarFile, escapedText, folded } from '../../../src-main/output/day-sheet/calendar-file.ts';
import { composeDaySheet } from '../../../src-main/output/day-sheet/compose.ts';
import { daySheetFile } from '../../../src-main/output/day-sheet/day-sheet-file.ts';
import type { DaySheetItem, DaySheetRequest } from '../../../src-shared/contract/day-sheets.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import { addDays } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const on = day('2025-12-01');
const now = '2025-12-01T00:30:05.123Z';

const asked: DaySheetRequest['items'] = [
  {
    origin: 'hand:1',
    customer: 1,
    day: on,
    why: '45 天买一次，已 50 天',
    say: '问问新茶；\n给王予安留 2 罐，回拨 13800138001',
    channel: 'phone',
  },
  { origin: 'rule:2:7', customer: 2, day: on, why: '生日 <b>"12-03"</b>', say: '', channel: 'marketplace' },
  { origin: 'rule:2:8', customer: 3, day: on, why: '好久没来', say: '', channel: 'wechat' },
  { origin: 'hand:9', customer: 99, day: on, why: '不在了', say: '', channel: 'phone' },
];
const request: DaySheetRequest = { items: asked, on, masked: false, language: 'zh-CN' };

beforeEach(() => {
  reading.connection.exec('delete from person_fact; delete from journal');
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: [
      { id: 1, name: '王予安', nick: '豆豆mama', phone: '13800138001', city: '杭州' },
      { id: 2, name: '李 & 敏', nick: '敏<敏>', phone: '139****9002' },
      { id: 3, name: '赵六', likely: true, phone: '13600136003' },
    ],
    orders: [{ customer: 1, day: '2025-08-03' }],
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
    say: '',
    channel: 'phone',
    name: '王',
    phone: null,
    nick: null,
    place: null,
    ...part,
  };
}

describe('who is on it', () => {
  test('whole numbers of those who are certain; who is held back, or gone, is not on it', () => {
    const { items, held } = composeDaySheet(reading, request);
    expect(held).toBe(0);
    expect(items.map(({ name, phone, nick, place }) => [name, phone, nick, place])).toEqual([
      ['王予安', '13800138001', '豆豆mama', '杭州'],
      ['李 & 敏', null, '敏<敏>', null],
      ['赵六', null, null, null],
    ]);
    setWishes(reading, 1, { ...noWishes, optOut: true }, { reason: 'customers.wish', now });
    expect(composeDaySheet(reading, request)).toMatchObject({ held: 1, items: [{ customer: 2 }, { customer: 3 }] });
    expect(daySheetFile(reading, { ...request, format: 'html' }, now).text).not.toContain('13800138001');
  });

  test('for a helper: names, numbers and what was noted of them in part; the nick only where it is the way', () => {
    const { items } = composeDaySheet(reading, { ...request, masked: true });
    expect(items.map(({ name, phone, nick, say }) => [name, phone, nick, say])).toEqual([
      ['王**', '138****8001', null, '问问新茶；\n给王**留 2 罐，回拨 138****8001'],
      ['李**', null, '敏<敏>', ''],
      ['赵**', null, null, ''],
    ]);
    for (const format of ['ics', 'html'] as const) {
      const { text } = daySheetFile(reading, { ...request, masked: true, format }, now);
      expect(text.replaceAll('\r\n ', '')).not.toMatch(/13800138001|王予安|豆豆mama|tel:1/);
    }
  });
});

describe('as a calendar', () => {
  test('it is read back as it was: days of the shop, texts, stable names', () => {
    const { text } = daySheetFile(reading, { ...request, format: 'ics' }, now);
    const events = eventsIn(text);
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({
      DTSTAMP: '20251201T003005Z',
      'DTSTART;VALUE=DATE': '20251201',
      'DTEND;VALUE=DATE': '20251202',
      SUMMARY: '王予安：45 天买一次，已 50 天',
      DESCRIPTION: '问问新茶；\n给王予安留 2 罐，回拨 13800138001\n联系：电话\n电话：13800138001\n昵称：豆豆mama',
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
      fc.property(texts, texts, (why, say) => {
        const [event] = eventsIn(calendarFile([item({ why, say })], now, 'zh-CN'));
        expect(event?.['SUMMARY']).toBe(`王：${why}`);
        expect(event?.['DESCRIPTION']).toBe(say === '' ? '联系：电话' : `${say}\n联系：电话`);
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
    const { text } = daySheetFile(reading, { ...request, format: 'html' }, now);
    expect(text).toContain('<a class="tel" href="tel:13800138001">13800138001</a>');
    expect(text).toContain('李 &#38; 敏');
    expect(text).toContain('生日 &#60;b&#62;&#34;12-03&#34;&#60;/b&#62;');
    expect(text).toContain('问问新茶；<br>给王予安');
    expect(text).not.toMatch(/(?:src|href)=["'](?!tel:)|url\(|@import|https?:|fetch\(|XMLHttp|sendBeacon/);
    expect(text).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
  });
});
