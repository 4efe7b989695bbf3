import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textStore } from '../../../src-main/importing/readers/text-store.ts';

type Given = string | Uint8Array;

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 128);
}

function stored(texts: readonly Given[]): (string | undefined)[] {
  const store = textStore();
  for (const text of texts) {
    // Other bytes stand around it, as tags do.
    const own = Buffer.from(text);
    const around = Buffer.concat([Buffer.from('>茶'), own, Buffer.from('茶<')]);
    store.addBytes(around, 4, 4 + own.length, isAscii(own));
  }
  store.finish();
  expect(store.size).toBe(texts.length);
  return texts.map((_, index) => store.at(index));
}

const decoded = (text: Given): string => Buffer.from(text).toString('utf8');
const units = ['a', '7', ' ', 'é', '茶', '\ufeff', '😀', '𠮷'];
const sound = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
const broken = fc
  .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe8, 0x8c, 0xb6, 0xf0, 0x9f, 0xff), { maxLength: 12 })
  .map((bytes) => Uint8Array.from(bytes));

describe('many short texts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(sound, { maxLength: 50 }), (texts) => {
        expect(stored(texts)).toEqual(texts);
      }),
    );
  });

  it('come back whole over any number of stretches, long ones among them', () => {
    const texts = Array.from({ length: 20_000 }, (_, at) =>
      at % 1000 === 7 ? `长${'x茶'.repeat(at)}` : at % 3 === 0 ? `${at}号白茶😀` : `order ${at}`,
    );
    expect(stored(texts)).toEqual(texts);
  });

  it('that are no sound UTF-8 never borrow letters of their neighbours', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sound, broken), { maxLength: 40 }), (texts) => {
        expect(stored(texts)).toEqual(texts.map(decoded));
      }),
    );
    const half = [Uint8Array.from([0xe8]), Uint8Array.from([0x8c, 0xb6]), 'a'];
    expect(stored(half)).toEqual(half.map(decoded));
  });

  it('may come as strings, and end where they end', () => {
    const store = textStore();
    store.addText('Ｒ & D');
    store.addText('');
    store.finish();
    expect([store.at(0), store.at(1), store.at(2), store.at(-1), store.at(0.5), store.at(Number.NaN)]).toEqual([
      'Ｒ & D',
      '',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
