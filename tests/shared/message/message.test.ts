/** Texts for many people: fields, holes, the length of messages, words that are not allowed. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bannedIn, firstBannedWords } from '../../../src-shared/message/banned-words.ts';
import { mergeFieldNamed, mergeFieldNames, mergeFields } from '../../../src-shared/message/merge-fields.ts';
import { smsLength, smsText } from '../../../src-shared/message/sms-length.ts';
import {
  fieldsIn,
  fillTemplate,
  isChinese,
  templateParts,
  unknownIn,
  withFieldNames,
} from '../../../src-shared/message/template-text.ts';

describe('fields', () => {
  test('have one name of their own in each language, and both are understood', () => {
    const names = Object.values(mergeFieldNames).flatMap((of) => Object.values(of));
    expect(new Set(names).size).toBe(2 * mergeFields.length);
    for (const field of mergeFields) {
      expect(mergeFieldNamed(mergeFieldNames['zh-CN'][field])).toBe(field);
      expect(mergeFieldNamed(` ${mergeFieldNames.en[field].toUpperCase()} `)).toBe(field);
    }
    expect(mergeFieldNamed('电话')).toBeNull();
    // What a field was called before is understood too.
    expect(mergeFieldNamed('nick')).toBe('nick');
  });

  test('are called in the language of the page, the rest of the text stays as it is', () => {
    const text = '{称呼}，｛上次买的｝在{last month}，{称乎} {';
    expect(withFieldNames(text, 'en')).toBe('{name}，{last item}在{last month}，{称乎} {');
    expect(withFieldNames(text, 'zh-CN')).toBe('{称呼}，{上次买的}在{上次购买月}，{称乎} {');
    expect(fieldsIn(withFieldNames(text, 'en'))).toEqual(fieldsIn(text));
  });

  test('stand in braces of any kind; whatever else does is named', () => {
    expect(fieldsIn('{称呼}，｛上次买的｝还有吗？{{ name }}{Last  Item}')).toEqual(['name', 'lastItem']);
    expect(unknownIn('{称乎}好 {} } {称呼')).toEqual(['{称乎}', '{', '}']);
    const text = '你好{称呼}，{x}！';
    expect(
      templateParts(text)
        .map(({ from, to }) => text.slice(from, to))
        .join(''),
    ).toBe(text);
    expect(isChinese('{上次购买月} special')).toBe(false);
    expect(isChinese('{last month}的茶')).toBe(true);
    expect(isChinese('{称呼}，{天数}！')).toBe(true);
    expect(isChinese('{name}: {days}')).toBe(false);
  });

  test('a missing one stops the text, an unknown one too', () => {
    expect(fillTemplate('{称呼}：{上次买的}到{城市}', { name: '李敏', lastItem: '  ', city: null })).toEqual({
      text: null,
      missing: ['lastItem', 'city'],
      unknown: [],
    });
    expect(fillTemplate('{称乎}好', { name: '李敏' })).toEqual({ text: null, missing: [], unknown: ['{称乎}'] });
    expect(fillTemplate('{称呼}：{上次买的}', { name: '李敏', lastItem: '{称呼}\n茶' }).text).toBe('李敏：{称呼} 茶');
  });

  test('law: a filled text has every word of the template and every value, or is none', () => {
    const piece = fc.oneof(
      fc.constantFrom(...mergeFields).map((field) => `{${mergeFieldNames['zh-CN'][field]}}`),
      fc.string({ maxLength: 12 }),
    );
    const values = fc.dictionary(fc.constantFrom(...mergeFields), fc.option(fc.string({ maxLength: 8 })));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), values, (pieces, known) => {
        const text = pieces.join('');
        const filled = fillTemplate(text, known);
        const holes = fieldsIn(text).filter((field) => (known[field] ?? '').trim() === '');
        expect(filled.text === null).toBe(holes.length > 0 || unknownIn(text).length > 0);
        if (filled.text === null) return;
        let rest = filled.text;
        for (const part of templateParts(text)) {
          const said =
            part.kind === 'field'
              ? (known[part.field] ?? '').replace(/\s+/g, ' ').trim()
              : text.slice(part.from, part.to);
          expect(rest.startsWith(said)).toBe(true);
          rest = rest.slice(said.length);
        }
        expect(rest).toBe('');
      }),
    );
  });
});

describe('text messages', () => {
  test.each([
    ['', 'gsm', 0, 0, 160],
    ['a'.repeat(160), 'gsm', 160, 1, 0],
    ['a'.repeat(161), 'gsm', 161, 2, 145],
    ['a'.repeat(306), 'gsm', 306, 2, 0],
    ['a'.repeat(307), 'gsm', 307, 3, 152],
    // Two septets each, of which none is cut: 76 of them in 153.
    ['€'.repeat(80), 'gsm', 160, 1, 0],
    ['€'.repeat(81), 'gsm', 162, 2, 143],
    [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'gsm', 164, 2, 141],
    ['é{}', 'gsm', 5, 1, 155],
    ['茶'.repeat(70), 'ucs2', 70, 1, 0],
    ['茶'.repeat(71), 'ucs2', 71, 2, 63],
    ['茶'.repeat(134), 'ucs2', 134, 2, 0],
    ['茶'.repeat(135), 'ucs2', 135, 3, 66],
    // A surrogate pair goes over whole: 66 units stay in the first one.
    [`${'茶'.repeat(66)}🍵${'茶'.repeat(10)}`, 'ucs2', 78, 2, 55],
    // What the GSM alphabet does not have makes all of it UCS-2.
    [`${'a'.repeat(69)}ç`, 'ucs2', 70, 1, 0],
    ['a`', 'ucs2', 2, 1, 68],
  ] as const)('%#', (text, alphabet, units, segments, left) => {
    expect(smsLength(text)).toMatchObject({ alphabet, units, segments, left });
  });

  test('the signature and the way out count, and are not said twice', () => {
    const frame = { signature: '【山月茶铺】', optOut: '拒收请回复R' };
    expect(smsText(' 茶到了。', frame)).toBe('【山月茶铺】茶到了。拒收请回复R');
    expect(smsText('【山月茶铺】茶到了。拒收请回复R', frame)).toBe('【山月茶铺】茶到了。拒收请回复R');
    expect(smsText('Tea is in.', { signature: 'Moon Tea:', optOut: 'Reply STOP' })).toBe(
      'Moon Tea: Tea is in. Reply STOP',
    );
    expect(smsText('x', { signature: '', optOut: '' })).toBe('x');
  });

  test('law: segments hold the text, and one fewer would not', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', '€', '茶', '🍵', ' '), maxLength: 400 });
    fc.assert(
      fc.property(letters, (text) => {
        const { units, segments, perSegment, left } = smsLength(text);
        expect(segments * perSegment).toBeGreaterThanOrEqual(units);
        // At most one unit of each but the last stays empty.
        expect(segments <= 1 || (segments - 1) * (perSegment - 1) < units).toBe(true);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(perSegment);
      }),
    );
  });
});

describe('words that are not allowed', () => {
  test('are found at their place, the longest first, whatever their width and case', () => {
    const text = '全网最低价，ＮＯ．１，best wishes';
    expect(bannedIn(text, ['最低价', '全网最', '全网最低', 'No.1', 'best'])).toEqual([
      { word: '全网最低', from: 0, to: 4 },
      { word: 'No.1', from: 6, to: 10 },
      { word: 'best', from: 11, to: 15 },
    ]);
    expect(bannedIn('bestow, guaranteed2', ['best', 'guaranteed', ''])).toEqual([]);
  });

  test('to begin with spare what is said every day', () => {
    for (const text of ['最近怎么样？', '第一次来，谢谢', 'Best wishes, see you first thing', '最后一天'])
      expect(bannedIn(text, firstBannedWords)).toEqual([]);
    expect(bannedIn('本店销量第一，最好的茶，国家级', firstBannedWords).map(({ word }) => word)).toEqual([
      '销量第一',
      '最好',
      '国家级',
    ]);
  });
});
