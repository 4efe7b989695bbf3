import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRecords, type RecordsFault } from '../../../src-main/importing/readers/csv-records.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import type { RawRow, ReadOptions, Table } from '../../../src-main/importing/readers/reader.ts';
import { sniffDelimiter } from '../../../src-main/importing/readers/sniff-delimiter.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function records(pieces: readonly string[], delimiter = ','): { cells: string[][]; fault: RecordsFault | null } {
  const cells: string[][] = [];
  const reader = csvRecords(delimiter, 1000, (_, row) => cells.push(row));
  let fault: RecordsFault | null = null;
  for (const piece of pieces) fault ??= reader.write(piece);
  fault ??= reader.end();
  return { cells, fault };
}

function fileOf(bytes: string | Uint8Array, name = 'orders.csv'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

async function tableOf(bytes: string | Uint8Array, options: ReadOptions = {}): Promise<Table & { all: RawRow[] }> {
  const table = await openTable(fileOf(bytes), 'orders.csv', options);
  const all: RawRow[] = [];
  for await (const batch of table.rows()) all.push(...batch);
  return Object.assign(table, { all });
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no problem';
  } catch (error) {
    // `Problem` without its code's type parameter would be any.
    return error instanceof Problem ? String(error.code) : String(error);
  }
}

/** What Papa Parse, written by other people, makes of the same text. */
function oracle(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  // A line break at the end closes the last record; Papa shows one more, empty.
  return text.endsWith('\n') ? data.slice(0, -1) : data;
}

describe('records of a text file', () => {
  it('are the ones Papa Parse finds, for any table written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '订', ',', '"', '\n', ' ', '=', "'", '\t', '1') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (table) => {
        const text = Papa.unparse(table, { newline: '\n', quotes: true });
        expect(records([text]).cells).toEqual(table);
        expect(oracle(text)).toEqual(table);
      }),
      { numRuns: 300 },
    );
  });

  it('are the ones Papa Parse finds where quotes stand inside unquoted cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '=', '"', '1', ' '), maxLength: 6 }).map((text) => `=${text}`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
        const text = table.map((row) => row.join(',')).join('\n');
        expect(records([text]).cells).toEqual(oracle(text));
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on where the text is cut into pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '订'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 5 }), (whole, cuts) => {
        const at = [0, ...cuts.filter((cut) => cut < whole.length).toSorted((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((end, index) => whole.slice(at[index], end));
        expect(records(pieces)).toEqual(records([whole]));
      }),
      { numRuns: 500 },
    );
  });

  it('keep guards, quoted line breaks and doubled quotes as they are', () => {
    const text = '="123","=""110000000000000""","two\r\nlines, and ""quotes""",\r\n';
    expect(records([text]).cells).toEqual([['="123"', '="110000000000000"', 'two\r\nlines, and "quotes"', '']]);
  });

  it('end at LF, CR and CRLF, also mixed in one file', () => {
    expect(records(['a,b\nc,d\re,f\r\ng,h']).cells).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('name the record in which a quote never closes', () => {
    const open = { kind: 'quote-open', record: 3, cells: ['3'], open: '4\n5 ""6""\n' };
    expect(records(['a,b\n1,2\n3,"4\n5 ""6""\n']).fault).toEqual(open);
  });
});

describe('a delimiter', () => {
  it.each([
    ['订单编号,金额\n1,2', ','],
    ['订单编号\t金额\n1\t2,5', '\t'],
    ['订单编号;金额\n1;2,5\n2;3,5', ';'],
    ['订单编号|金额\n1|2', '|'],
    ['sep=;\n订单编号,备注;金额\n1;2', ';'],
  ])('of %j is %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});

describe('a text file', () => {
  const header = '订单编号,买家会员名,总金额';

  it('says how it is encoded: mark, strict UTF-8, strict GB18030, in this order', async () => {
    const gb = Uint8Array.from([
      0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0xb9, 0xe3, 0x0a,
    ]);
    expect((await tableOf(`\ufeff${header}\n1,a,2`)).encoding).toBe('utf-8');
    expect((await tableOf(`${header}\n1,a,2`)).encoding).toBe('utf-8');
    const chinese = await tableOf(gb);
    expect([chinese.encoding, chinese.header, chinese.all[0]?.cells]).toEqual([
      'gb18030',
      ['订单编号', 'a'],
      ['1', '广'],
    ]);
    const wide = await tableOf(Buffer.from(`\ufeff${header}\n1,茶,2`, 'utf16le'));
    expect([wide.encoding, wide.all[0]?.cells]).toEqual(['utf-16le', ['1', '茶', '2']]);
  });

  it('is read whole before its encoding is believed', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `${row},buyer,1\n`).join('');
    const late = Buffer.concat([
      Buffer.from(`order number,buyer,total\n${rows}9,`),
      Buffer.from([0xb9, 0xe3]),
      Buffer.from(',1\n'),
    ]);
    const table = await tableOf(late);
    expect([table.encoding, table.all.at(-1)?.cells[1]]).toEqual(['gb18030', '广']);
  });

  it('follows the owner who says otherwise', async () => {
    expect((await tableOf(`${header}\n1,a,2`, { encoding: 'gb18030' })).encoding).toBe('gb18030');
  });

  it('finds its header under notices, and counts records as a spreadsheet does', async () => {
    const table = await tableOf(`店铺订单导出\n,,\n${header}\n1,"two\nlines",2\n\n2,b,3\n\n\n`);
    expect([table.headerRow, table.header[0]]).toEqual([3, '订单编号']);
    expect(table.all.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [4, '1'],
      [5, ''],
      [6, '2'],
    ]);
  });

  it('can be read a second time', async () => {
    const table = await tableOf(`${header}\n1,a,2\n2,b,3\n`);
    let again = 0;
    for await (const batch of table.rows()) again += batch.length;
    expect(again).toBe(table.all.length);
  });

  it.each([
    ['', 'file-empty'],
    ['   \n \n', 'file-empty'],
    [',,,\n1,2,3,4\n', 'file-has-no-header'],
    ['<html><body>请先登录</body></html>', 'file-is-html'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'file-is-unknown'],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'file-is-damaged'],
    [
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-is-encrypted',
    ],
    [Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1'), 'file-is-unknown'],
    [`${Array.from({ length: 1200 }, (_, i) => `c${i}`).join(',')}\n`, 'file-has-too-many-columns'],
    [`${header}\n1,"never closed,2\n3,4,5\n`, 'file-is-damaged'],
  ])('that is no table is a Problem: %#', async (bytes, code) => {
    expect(await problemOf(tableOf(bytes))).toBe(code);
  });

  it('that is a folder or not there is a Problem', async () => {
    expect(await problemOf(openTable(temporaryFolder(), 'x'))).toBe('file-is-folder');
    expect(await problemOf(openTable(join(temporaryFolder(), 'none.csv'), 'none.csv'))).toBe('file-not-found');
  });

  it('stops when the owner cancels', async () => {
    expect(await problemOf(tableOf(`${header}\n1,a,2\n`, { cancelled: () => true }))).toBe('import-cancelled');
  });
});
