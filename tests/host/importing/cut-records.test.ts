import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../src-main/importing/readers/csv-records.ts';
import { cutFile, cutRecords, isCuttable } from '../../../src-main/importing/readers/cut-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** What the reader of text finds: the number of records, and whether the last one is broken. */
function recordsOf(text: string, delimiter = ','): { records: number; broken: boolean } {
  let records = 0;
  const reader = csvRecords(delimiter, 1000, () => {
    records += 1;
  });
  const fault = reader.write(text) ?? reader.end();
  return { records, broken: fault !== null };
}

const wild = fc.string({ unit: fc.constantFrom('a', '订', ',', '"', '\n', '\r', ' ', '=', '1', '\t'), maxLength: 60 });

describe('cutting bytes at records', () => {
  it('counts what the reader of text counts, whatever stands in the file', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const { records, broken } = recordsOf(text);
        const bytes = Buffer.from(text);
        const cut = cutRecords(bytes, 0, ',', true);
        expect(cut.end).toBe(bytes.length);
        expect(cut.records).toBe(broken ? records + 1 : records);
      }),
      { numRuns: 3000 },
    );
  });

  it('cuts at the same places however the bytes come', () => {
    fc.assert(
      fc.property(wild, fc.nat(60), (text, at) => {
        const bytes = Buffer.from(text);
        const whole = cutRecords(bytes, 0, ',', true);
        const first = cutRecords(bytes.subarray(0, at), 0, ',', at >= bytes.length);
        const second = cutRecords(bytes.subarray(first.end), 0, ',', true);
        expect(first.records + (first.end < bytes.length ? second.records : 0)).toBe(whole.records);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the records beneath the header, with their numbers', async () => {
    const path = join(temporaryFolder(), 'orders.csv');
    const rows = Array.from({ length: 9000 }, (_, i) => `"订,单\n${i}",="${i}",一些文字,`.repeat(1 + (i % 3)));
    writeFileSync(path, `\ufeff店铺,说明\r\n"a",b\n${rows.join('\n')}`);
    const file = cutFile(path, 'orders.csv', ',', 2);
    let next = 3;
    let text = '';
    for await (const { bytes, firstRow, records } of file.pieces()) {
      expect(firstRow).toBe(next);
      expect(recordsOf(bytes.toString()).records).toBe(records);
      next += records;
      text += bytes.toString();
    }
    expect(next - 3).toBe(rows.length);
    expect(text).toBe(rows.join('\n'));
    expect(file.sha256()).toHaveLength(64);
  });

  it('is only for encodings whose characters hold no such bytes', () => {
    expect(isCuttable('gb18030', ',')).toBe(true);
    expect(isCuttable('gb18030', '|')).toBe(false);
    expect(isCuttable('utf-16le', ',')).toBe(false);
  });
});
