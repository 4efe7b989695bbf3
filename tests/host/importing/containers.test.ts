/** One export in every dress it comes in: encodings, delimiters, old and new workbooks, web pages, archives. The same figures each time. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../src-main/demo/gb18030.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Figures, outcomeOf } from './figures.ts';
import { samples } from './files-at-hand.ts';
import { csvOf, type Sheet, takenApart } from './sheets-at-hand.ts';
import { zipOf } from './zip-at-hand.ts';

const names = [
  'taobao_list_2021_ExportOrderList.csv',
  'jd_pop_2018_orders.csv',
  'pdd_2023_orders_export.csv',
  'douyin_standard_73_orders.csv',
  'wechat_shop_57_orders.xlsx',
  'shopify_2024_orders_export.csv',
];

let folder = '';
let files = 0;
const parted = new Map<string, { readonly sheet: Sheet; readonly figures: Figures }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-containers-'));
  for (const name of names) {
    const { figures } = await outcomeOf(join(samples, name));
    if (figures === null) throw new Error(name);
    parted.set(name, { sheet: await takenApart(name), figures });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(bytes: string | Uint8Array, name: string): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, bytes);
  return path;
}

function sampleOf(name: string): { readonly sheet: Sheet; readonly figures: Figures } {
  const found = parted.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

/** Letters for which the demo shop's table of two-byte codes has none. */
const withinGb = (text: string): string =>
  text
    .replaceAll('䶮', '岩')
    .replaceAll('ß', 'ss')
    .replace(/[\u00c0-\u024f]/g, 'e')
    .replace(/[\ud800-\udfff]/g, '');

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  GB18030: (text) => encodeGb18030(withinGb(text)),
  'UTF-16 LE with a mark': (text) => utf16(`\ufeff${text}`),
  'UTF-16 LE': utf16,
  'UTF-16 BE with a mark': (text) => swapped(utf16(`\ufeff${text}`)),
  'UTF-16 BE': (text) => swapped(utf16(text)),
};
const delimiters = { comma: ',', tab: '\t', semicolon: ';', bar: '|' };

function bookOf({ header, rows }: Sheet): xlsx.WorkBook {
  const sheet = xlsx.utils.aoa_to_sheet([[...header], ...rows.map((row) => [...row])]);
  return { SheetNames: ['订单'], Sheets: { 订单: sheet } };
}

const written = (sheet: Sheet, bookType: xlsx.BookType): Uint8Array =>
  xlsx.write(bookOf(sheet), { type: 'buffer', bookType }) as Uint8Array;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>');

function htmlOf({ header, rows }: Sheet): string {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag} style="vnd.ms-excel.numberformat:@">${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">${row(header, 'th')}${rows.map((cells) => row(cells, 'td')).join('\n')}</table></body></html>`;
}

describe.each(names)('%s', (name) => {
  it.each(Object.entries(encodings))('in %s, with each delimiter', async (_, encode) => {
    const { sheet, figures } = sampleOf(name);
    for (const delimiter of Object.values(delimiters)) {
      const outcome = await outcomeOf(fileOf(encode(csvOf(sheet, delimiter)), 'orders.csv'));
      expect(outcome.figures).toEqual(figures);
    }
  });

  it.each(['xlsx', 'biff8', 'xlml'] as const)('as a workbook of the kind %s, under the name .xls', async (kind) => {
    const { sheet, figures } = sampleOf(name);
    expect((await outcomeOf(fileOf(written(sheet, kind), 'orders.xls'))).figures).toEqual(figures);
  });

  it('as a web page, in UTF-8 and in GB18030', async () => {
    const { sheet, figures } = sampleOf(name);
    const page = htmlOf(sheet);
    expect((await outcomeOf(fileOf(page, 'orders.xls'))).figures).toEqual(figures);
    const chinese = withinGb(page.replace('charset="utf-8"', 'charset="gb2312"'));
    const { figures: same } = await outcomeOf(fileOf(withinGb(page), 'orders.xls'));
    expect((await outcomeOf(fileOf(encodeGb18030(chinese), 'orders.xls'))).figures).toEqual(same);
  });

  it('packed in a gz, and in a zip', async () => {
    const { sheet, figures } = sampleOf(name);
    const bytes = Buffer.from(csvOf(sheet));
    expect((await outcomeOf(fileOf(gzipSync(bytes), 'orders.csv.gz'))).figures).toEqual(figures);
    const zip = zipOf({
      'orders.csv': bytes,
      '__MACOSX/._orders.csv': Buffer.from('x'),
      'readme.txt': Buffer.from('您好'),
    });
    const outcome = await outcomeOf(fileOf(zip, 'orders.zip'));
    expect(outcome.figures).toEqual(figures);
    expect(outcome.findings[0]?.name).toMatch(/orders\.zip › orders\.csv$/);
    expect(outcome.findings[0]?.reasons).toContainEqual({ code: 'files-unread', words: ['readme.txt'] });
  });
});

describe('an archive', () => {
  it('of several months is all of them, each with its name', async () => {
    const { sheet, figures } = sampleOf('pdd_2023_orders_export.csv');
    const half = Math.floor(sheet.rows.length / 2);
    const months = {
      '2025/一月/orders.csv': Buffer.from(csvOf({ ...sheet, rows: sheet.rows.slice(0, half) })),
      '2025/二月/orders.csv': Buffer.from(csvOf({ ...sheet, rows: sheet.rows.slice(half) })),
    };
    const outcome = await outcomeOf(fileOf(zipOf(months), 'orders.zip'));
    expect(outcome.figures).toEqual(figures);
    expect(outcome.findings.map(({ name }) => name.replace(/^\d+-/, ''))).toEqual([
      'orders.zip › 2025/一月/orders.csv',
      'orders.zip › 2025/二月/orders.csv',
    ]);
  });

  const problemOf = async (path: string): Promise<string> => {
    try {
      await outcomeOf(path);
      return 'read';
    } catch (error) {
      if (error instanceof Problem) return String(error.code);
      throw error;
    }
  };

  it('that holds no orders, is damaged, or unpacks to far too much is refused', async () => {
    expect(await problemOf(fileOf(zipOf({ 'a.csv': Buffer.from('甲,乙\n1,2\n') }), 'a.zip'))).toBe(
      'file-holds-no-orders',
    );
    expect(await problemOf(fileOf(zipOf({ 'a.zip': zipOf({ 'b.csv': Buffer.from('x') }) }), 'a.zip'))).toBe(
      'file-holds-no-orders',
    );
    const good = gzipSync(Buffer.from(csvOf(sampleOf('pdd_2023_orders_export.csv').sheet)));
    expect(await problemOf(fileOf(good.subarray(0, good.length - 20), 'cut.csv.gz'))).toBe('file-is-damaged');
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'a,'));
    expect(await problemOf(fileOf(bomb, 'bomb.csv.gz'))).toBe('file-too-large-unpacked');
    const zipBomb = zipOf({ 'a.csv': Buffer.alloc(64 * 1024 * 1024, 'a,') });
    expect(await problemOf(fileOf(zipBomb, 'bomb.zip'))).toBe('file-too-large-unpacked');
  });

  it('with a password says so', async () => {
    const zip = zipOf({ 'orders.csv': Buffer.from('订单号,金额\n1,2\n') });
    // The bit that says "encrypted", in the directory and before the file.
    zip[6] = 1;
    zip[zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8] = 1;
    expect(await problemOf(fileOf(zip, 'locked.zip'))).toBe('file-is-encrypted');
  });
});

describe('an old workbook', () => {
  it('keeps dates as the sheet shows them, names its sheets, and rounds nothing that was not rounded', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['订单编号', '下单时间', '金额', '备注'],
      ['1793153131473293579', 45_719.383_414_352, 12.5, true],
      [1_793_153_131_473_293_600, 45_720, 0.1 + 0.2, ''],
    ]);
    for (const cell of ['B2', 'B3']) Object.assign(sheet[cell] as object, { z: 'yyyy-mm-dd hh:mm:ss' });
    const book = { SheetNames: ['说明', '订单'], Sheets: { 说明: xlsx.utils.aoa_to_sheet([['您好']]), 订单: sheet } };
    for (const bookType of ['biff8', 'xlml'] as const) {
      const path = fileOf(xlsx.write(book, { type: 'buffer', bookType }) as Uint8Array, 'old.xls');
      const table = await openTable(path, 'old.xls');
      expect([table.sheet, table.otherSheets, table.header]).toEqual([
        '订单',
        ['说明'],
        ['订单编号', '下单时间', '金额', '备注'],
      ]);
      const rows = [];
      for await (const batch of table.rows()) rows.push(...batch);
      expect(rows[0]?.cells).toEqual(['1793153131473293579', '2025-03-03 09:12:07', '12.5', 'TRUE']);
      expect(rows[1]?.cells.slice(0, 3)).toEqual([
        expect.stringMatching(/E\+18$|^1793153131473293600$/),
        '2025-03-04 00:00:00',
        '0.3',
      ]);
    }
  });

  it('in one XML text keeps the digits of a long number that was written as one', async () => {
    const xml = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="订单"><Table><Row><Cell><Data ss:Type="String">订单编号</Data></Cell><Cell><Data ss:Type="String">金额</Data></Cell></Row><Row><Cell><Data ss:Type="Number">1793153131473293579</Data></Cell><Cell><Data ss:Type="Number">12.50</Data></Cell></Row></Table></Worksheet></Workbook>`;
    const table = await openTable(fileOf(xml, 'a.xls'), 'a.xls');
    const rows = [];
    for await (const batch of table.rows()) rows.push(...batch);
    expect(rows[0]?.cells).toEqual(['1793153131473293579', '12.5']);
    await expect(
      openTable(fileOf(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>${xml.slice(21)}`, 'b.xls'), 'b.xls'),
    ).rejects.toThrow('file-has-doctype');
  });
});
