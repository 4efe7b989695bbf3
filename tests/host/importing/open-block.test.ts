/** A block opened for a few of its rows says of each what the whole block says of it. */

import { describe, expect, test } from 'vitest';
import { openBlock } from '../../../src-main/importing/open-block.ts';
import { hashOfRow } from '../../../src-main/importing/readers/row-hash.ts';
import { packBlock, packBytes, unpackBlock } from '../../../src-main/importing/source-blocks.ts';

const records = [
  '1001,="2001",王予安,两行\r\n',
  '1002,"有,逗号","换行\r\n1003,在里面",x\r\n',
  '1003,平常,1001,y\n',
  '1003,平常,1001,y\r\n',
  '\r\n',
  '1004,"说""话""",最后,z',
];
const packed = packBytes('utf-8', ',', 41, Buffer.from(records.join('')));
const whole = unpackBlock(packed);

describe('a block opened in places', () => {
  test('gives every row by a word and its hash', () => {
    const block = openBlock(packed);
    expect(whole.map(({ row }) => row)).toEqual([41, 42, 43, 44, 45, 46]);
    for (const raw of whole) {
      const [word = ''] = raw.cells;
      expect(block.row(raw.row, { word, hash: hashOfRow(raw.cells) })).toEqual(raw);
    }
  });

  test('goes by the number where the hint is of another row, or there is none', () => {
    const [first] = whole;
    const hash = new Uint8Array(8);
    for (const raw of whole) {
      expect(openBlock(packed).row(raw.row)).toEqual(raw);
      expect(openBlock(packed).row(raw.row, { word: first?.cells[0] ?? '', hash })).toEqual(raw);
      expect(openBlock(packed).row(raw.row, { word: 'nowhere', hash })).toEqual(raw);
    }
    expect(openBlock(packed).row(47)).toBeUndefined();
  });

  test('gives the same however many rows are asked for', () => {
    const block = openBlock(packed);
    for (let turn = 0; turn < 5; turn += 1) {
      for (const raw of whole)
        expect(block.row(raw.row, { word: raw.cells[0] ?? '', hash: hashOfRow(raw.cells) })).toEqual(raw);
    }
  });

  test('looks past a word in the middle of a quoted cell, from where nothing can be read', () => {
    // From the second line on the quote would be one that opens and never closes.
    const text = '1005,"第一行\r\n""",1006\r\n1006,后面,没有,引号\r\n';
    const lone = packBytes('utf-8', ',', 2, Buffer.from(text));
    const [, wanted] = unpackBlock(lone);
    expect(wanted).toEqual({ row: 3, cells: ['1006', '后面', '没有', '引号'] });
    expect(openBlock(lone).row(3, { word: '1006', hash: hashOfRow(wanted?.cells ?? []) })).toEqual(wanted);
  });

  test('holds for rows that are no text of a file, and for encodings that cannot be cut at bytes', () => {
    const rows = openBlock(packBlock(whole));
    const wide = openBlock(packBytes('utf-16le', ',', 41, Buffer.from(records.join(''), 'utf16le')));
    for (const raw of whole) {
      expect(rows.row(raw.row)).toEqual(raw);
      expect(wide.row(raw.row, { word: raw.cells[0] ?? '', hash: hashOfRow(raw.cells) })).toEqual(raw);
    }
  });
});
