import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordPages } from '../../../../src-main/importing/singles/record-pages.ts';
import { makeRowFile } from '../../../../src-main/importing/singles/row-file.ts';
import { openSideFile } from '../../../../src-main/ledger/open-ledger.ts';

type Row = readonly [number | null, string | null, Uint8Array | null, string | null];

function roundTrip(rows: readonly Row[], perTake: number): { integrity: unknown; read: unknown[]; refused: number } {
  const folder = mkdtempSync(join(tmpdir(), 'row-file-'));
  try {
    const path = join(folder, 'rows.db');
    const file = makeRowFile(
      path,
      'create table a (n integer primary key, i integer, t text, b blob, u text); create table empty (n integer primary key)',
    );
    const pages = recordPages();
    let refused = 0;
    rows.forEach((row, index) => {
      if (!pages.add(index * 3 + 1, [null, ...row])) refused += 1;
      if ((index + 1) % perTake === 0) file.append('a', pages.take());
    });
    file.append('a', pages.take());
    file.finish();
    const connection = openSideFile(path, { mode: 'read' });
    const integrity = connection.pragma('integrity_check', { simple: true });
    const read = connection.prepare('select n, i, t, b, u from a').raw().all();
    const one = connection.prepare('select count(*) from a where n = ?').pluck();
    for (const [n] of read as number[][]) expect(one.get(n)).toBe(1);
    expect(connection.prepare('select count(*) from empty').pluck().get()).toBe(0);
    connection.close();
    return { integrity, read, refused };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const value = fc.tuple(
  fc.option(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: -300, max: 70_000 }))),
  fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('浙江省 杭州市 🍵'))),
  fc.option(fc.uint8Array({ minLength: 8, maxLength: 8 })),
  fc.option(fc.string({ unit: 'grapheme', maxLength: 300 })),
);

describe('a file made of pages', () => {
  it('reads back in SQLite as it was written, and SQLite finds it whole', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (rows, perTake) => {
        const { integrity, read, refused } = roundTrip(rows, perTake);
        expect(integrity).toBe('ok');
        expect(refused).toBe(0);
        expect(read).toEqual(
          rows.map(([i, t, b, u], index) => [index * 3 + 1, i, t, b === null ? null : Buffer.from(b), u]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('holds enough rows for several levels of pages', () => {
    const rows = Array.from({ length: 60_000 }, (_, i): Row => [i, `订单${i}`.repeat(40), null, null]);
    const { integrity, read } = roundTrip(rows, 997);
    expect(integrity).toBe('ok');
    expect(read).toHaveLength(rows.length);
    expect((read.at(-1) as unknown[])[2]).toBe('订单59999'.repeat(40));
  });

  it('refuses a record longer than a page and stays whole', () => {
    const { integrity, read, refused } = roundTrip(
      [
        [1, 'a', null, null],
        [2, 'x'.repeat(9000), null, null],
        [3, 'c', null, null],
      ],
      10,
    );
    expect(refused).toBe(1);
    expect(integrity).toBe('ok');
    expect((read as unknown[][]).map((row) => row[1])).toEqual([1, 3]);
  });

  it('a lone surrogate becomes the replacement character', () => {
    const { read } = roundTrip([[1, 'a\ud800b\udc00', null, null]], 10);
    expect((read[0] as unknown[])[2]).toBe('a\ufffdb\ufffd');
  });

  it('halves of one sign in two cells beside each other stay two', () => {
    const { read } = roundTrip([[1, 'a\ud83d', null, '\ude00b']], 10);
    expect((read[0] as unknown[])[2]).toBe('a\ufffd');
    expect((read[0] as unknown[])[4]).toBe('\ufffdb');
  });
});
