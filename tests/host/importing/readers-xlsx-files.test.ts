/** Workbooks as other programs may write them, and files that only look like workbooks. */

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import type { RawRow } from '../../../src-main/importing/readers/reader.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type MadeWorkbook, workbookFile, type ZipOptions } from '../../support/workbook-file.ts';

const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>订单编号</t></is></c><c r="B1" t="inlineStr"><is><t>总金额</t></is></c></row>';
const order =
  '<row r="2"><c r="A2" t="inlineStr"><is><t>1793153131473293579</t></is></c><c r="B2"><v>12.5</v></c></row>';
const plain: MadeWorkbook = { sheet: `<sheetData>${head}${order}</sheetData>` };
const plainRows = [{ row: 2, cells: ['1793153131473293579', '12.5'] }];

async function rowsOf(path: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of (await openTable(path, 'orders.xlsx')).rows()) rows.push(...batch);
  return rows;
}

async function cellsOf(made: MadeWorkbook, options: ZipOptions = {}): Promise<readonly (readonly string[])[]> {
  return (await rowsOf(workbookFile(made, options))).map(({ cells }) => cells);
}

async function codeOf(made: MadeWorkbook, options: ZipOptions = {}): Promise<string> {
  try {
    await rowsOf(workbookFile(made, options));
  } catch (error) {
    if (error instanceof Problem) return String(error.code);
    throw error;
  }
  return 'read';
}

describe('a workbook is read', () => {
  it('deflated, stored, and in the format of large zips', async () => {
    for (const options of [{}, { method: 0 }, { zip64: true }, { zip64: true, method: 0 }])
      expect(await rowsOf(workbookFile(plain, options))).toEqual(plainRows);
  });

  it('with prefixes before all its elements', async () => {
    const sheet = `<sheetData>${head}${order}</sheetData>`.replaceAll(/<(\/?)(?=\w)/g, '<$1x:');
    expect(await rowsOf(workbookFile({ sheet, prefix: 'x:' }))).toEqual(plainRows);
  });

  it('without a word on where its rows and cells are', async () => {
    const sheet = `<sheetData>${head}${order}</sheetData>`.replaceAll(/ r="\w+"/g, '');
    expect(await rowsOf(workbookFile({ sheet }))).toEqual(plainRows);
    // One that says it moves those behind it.
    const mixed =
      '<sheetData><row><c t="str"><v>订单编号</v></c><c r="C1" t="str"><v>总金额</v></c></row><row r="7"><c r="B7"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>';
    expect(await rowsOf(workbookFile({ sheet: mixed }))).toEqual([
      { row: 7, cells: ['', '1', '2'] },
      { row: 8, cells: ['3', '', ''] },
    ]);
  });

  it.each(['A1:A1', 'A1:XFD1048576', 'B7', 'nonsense', ''])('whatever its dimension says: %j', async (told) => {
    expect(await rowsOf(workbookFile({ sheet: `<dimension ref="${told}"/>${plain.sheet}` }))).toEqual(plainRows);
  });

  it('with days of 1904 and of 1900', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>';
    const sheet = plain.sheet.replace('<c r="B2">', '<c r="B2" s="1">').replace('12.5', '45322.979224537');
    const days = async (properties: string) => (await cellsOf({ sheet, styles, properties }))[0]?.[1];
    expect(await days('')).toBe('2024-01-31 23:30:05');
    expect(await days('<workbookPr date1904="1"/>')).toBe('2028-02-01 23:30:05');
    expect(await days('<workbookPr date1904="false"/>')).toBe('2024-01-31 23:30:05');
  });

  it('with cells of every type', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const sharedTexts =
      '<si><t>订单编号</t></si><si><r><rPr><b/></rPr><t>白茶</t></r><r><t xml:space="preserve"> 礼盒</t></r><rPh sb="0" eb="1"><t>はく</t></rPh></si>' +
      '<si/><si><t/></si><si><t>Tom &amp; J&#x20;_x0041_</t></si><si><t>a</t><phoneticPr fontId="1"/></si>';
    const cells = [
      '<c t="s"><v>1</v></c>',
      '<c t="s"><v>2</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="s"><v>4</v></c>',
      '<c t="s"><v>5</v></c>',
      '<c s="1"><v>45322</v></c>',
      '<c s="2"><v>45322.50</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2024-01-31T23:30</v></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>x &lt; y</v></c>',
      '<c t="inlineStr"><is><r><t>一</t></r><r><t><![CDATA[<二>]]></t></r></is></c>',
      '<c><f>1/0</f></c>',
      '<c s="2"/>',
      '<c><v> 007 </v></c>',
      '<c><v>1.79315313147329E+18</v></c>',
    ];
    const titles = cells
      .map((_, at) => (at === 0 ? '<c t="s"><v>0</v></c>' : `<c t="str"><v>列${at}</v></c>`))
      .join('');
    const sheet = `<sheetData><row>${titles}</row><row>${cells.join('\n')}</row></sheetData>`;
    const expected = ['白茶 礼盒', '', '', 'Tom & J A', 'a', '2024-01-31 00:00:00', '45322.5', 'TRUE', '#N/A'];
    expected.push('2024-01-31 23:30:00', 'x < y', '一<二>', '', '', '7', '1.79315313147329E+18');
    expect(await cellsOf({ sheet, styles, sharedTexts })).toEqual([expected]);
  });

  it('of any number of rows, in order, with what exceljs reads in it', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [
      `订单${at}`,
      `${at}`,
      at / 4,
      at % 7 === 0 ? null : '白茶 <礼盒>',
    ]);
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('订单');
    sheet.addRows([['订单编号', '买家会员名', '总金额', '标题'], ...rows]);
    const path = workbookFile(plain);
    await book.xlsx.writeFile(path);
    const read = await rowsOf(path);
    expect(read.map(({ cells }) => cells)).toEqual(rows.map((row) => row.map((cell) => String(cell ?? ''))));
    expect(read.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 2));
  });
});

describe('a file is refused', () => {
  const many = (count: number): MadeWorkbook => ({
    ...plain,
    more: Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/media/${at}.png`, ''])),
  });
  const spaces = (bytes: number): MadeWorkbook => ({
    sheet: `<sheetData>${head}${' '.repeat(bytes)}${order}</sheetData>`,
  });

  it.each<[string, string, MadeWorkbook, ZipOptions]>([
    [
      'whose checksum is wrong',
      'file-is-damaged',
      plain,
      { lies: (part) => (part.includes('sheet1') ? { checksum: 1 } : {}) },
    ],
    ['whose stored part has a wrong checksum', 'file-is-damaged', plain, { method: 0, lies: () => ({ checksum: 1 }) }],
    ['that unpacks to more than it says', 'file-is-damaged', plain, { lies: () => ({ unpacked: 20 }) }],
    ['that unpacks to less than it says', 'file-is-damaged', plain, { lies: () => ({ unpacked: 20_000 }) }],
    [
      'that says it unpacks to more than is read',
      'file-too-large-unpacked',
      plain,
      { lies: () => ({ unpacked: 210 * 1024 * 1024 }) },
    ],
    ['packed as no workbook is', 'file-is-damaged', plain, { method: 12 }],
    [
      'that unpacks two hundredfold',
      'file-too-large-unpacked',
      { sheet: `${'<a></a>'.repeat(3_000_000)}${plain.sheet}` },
      {},
    ],
    ['of more than two thousand parts', 'file-too-large-unpacked', many(2000), {}],
    [
      'with a document type',
      'file-has-doctype',
      { ...plain, more: { 'xl/workbook.xml': '<!DOCTYPE a><workbook/>' } },
      {},
    ],
    ['with a text longer than is read', 'file-too-large-unpacked', spaces(1_200_000), {}],
    ['nested deeper than a sheet is', 'file-is-damaged', { sheet: `${'<a>'.repeat(65)}${'</a>'.repeat(65)}` }, {}],
    [
      'with a thousand and one columns',
      'file-has-too-many-columns',
      { sheet: `<sheetData>${head}<row r="2"><c r="ALM2"><v>1</v></c></row></sheetData>` },
      {},
    ],
    [
      'whose shared text is missing',
      'file-is-damaged',
      { sheet: `<sheetData>${head}<row r="2"><c r="A2" t="s"><v>0</v></c></row></sheetData>` },
      {},
    ],
    ['whose rows go backwards', 'file-is-damaged', { sheet: `<sheetData>${head}${order}${order}</sheetData>` }, {}],
    [
      'whose rows never end',
      'file-is-damaged',
      { sheet: `<sheetData>${head}<row r="1048577"><c><v>1</v></c></row></sheetData>` },
      {},
    ],
    ['that ends in the middle', 'file-is-damaged', { sheet: '<sheetData><row r="1">' }, {}],
  ])('%s', async (_, code, made, options) => {
    expect(await codeOf(made, options)).toBe(code);
  });

  it('and one just inside of all bounds is read', async () => {
    expect(await codeOf(many(1994))).toBe('read');
    expect(await codeOf(spaces(900_000))).toBe('read');
    const column = `<row r="2"><c r="A2"><v>1</v></c><c r="ALL2"><v>1</v></c></row>`;
    expect(await codeOf({ sheet: `<sheetData>${head}${column}</sheetData>` })).toBe('read');
  });
});
