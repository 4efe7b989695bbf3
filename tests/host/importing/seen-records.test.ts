/** What a reader notes of a record while it cuts it is what the record's own cells say. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGarbled } from '../../../src-main/importing/normalise/cell-damage.ts';
import { cellSigns, ODD, SUSPECT } from '../../../src-main/importing/normalise/cell-signs.ts';
import { cleanCell } from '../../../src-main/importing/normalise/clean-cell.ts';
import { csvRecords } from '../../../src-main/importing/readers/csv-records.ts';
import { finishedHash, HASH_BYTES, hashOfRow } from '../../../src-main/importing/readers/row-hash.ts';

interface Noted {
  readonly cells: readonly string[];
  readonly signs: readonly number[];
  readonly hash: Uint8Array;
}

/** Reads the text in two parts, as a stream would bring it. */
function notedIn(text: string, at: number): readonly Noted[] {
  const noted: Noted[] = [];
  const reader = csvRecords(
    ',',
    1000,
    (_, cells, { signs, hash }) => {
      const bytes = finishedHash(hash[0] ?? 0, hash[1] ?? 0, new Uint8Array(HASH_BYTES));
      noted.push({ cells: [...cells], signs: [...signs.subarray(0, cells.length)], hash: bytes });
    },
    cellSigns,
  );
  expect(reader.write(text.slice(0, at)) ?? reader.write(text.slice(at)) ?? reader.end()).toBeNull();
  return noted;
}

const signsOf = (cell: string): number =>
  Array.from({ length: cell.length }, (_, at) => cellSigns[cell.charCodeAt(at)] ?? 0).reduce(
    (all, bits) => all | bits,
    0,
  );

const strange = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  ' ',
  '=',
  "'",
  '?',
  '\0',
  '\u200b',
  '\u3000',
  '\ufffd',
  '锟',
  '斤',
  '拷',
  '\ud83d',
  '😀',
  'ï',
  '7',
  '王',
);
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.array(strange, { maxLength: 10 }).map((signs) => signs.join('')),
);
const quoted = (text: string): string =>
  /[",\r\n]/.test(text) || text.startsWith(' ') ? `"${text.replaceAll('"', '""')}"` : text;

test('signs and hashes of records as they are cut are those of their cells', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      (rows, seed) => {
        const text = rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
        const noted = notedIn(text, seed % (text.length + 1));
        expect(noted.map(({ cells }) => cells)).toEqual(rows);
        for (const { cells, signs, hash } of noted) {
          expect(signs).toEqual(cells.map(signsOf));
          expect(hash).toEqual(hashOfRow(cells));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a record may have more columns than most', () => {
  const cells = Array.from({ length: 700 }, (_, column) => (column === 650 ? 'a\u200bb' : `${column}`));
  const [noted] = notedIn(`${cells.join(',')}\n`, 0);
  expect(noted?.signs).toEqual(cells.map(signsOf));
  expect(noted?.hash).toEqual(hashOfRow(cells));
});

test('a cell whose signs are known is read as one that is gone through', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const signs = signsOf(text);
      expect(cleanCell(text, (signs & ODD) !== 0)).toBe(cleanCell(text));
      if ((signs & SUSPECT) === 0) expect(isGarbled(text)).toBe(false);
    }),
    { numRuns: 5000 },
  );
});
