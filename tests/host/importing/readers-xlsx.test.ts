import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoText, numberText, serialText } from '../../../src-main/importing/readers/cell-text.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import type { RawRow } from '../../../src-main/importing/readers/reader.ts';
import { isDateFormat } from '../../../src-main/importing/readers/workbook-parts.ts';
import { type XmlFault, xmlScan } from '../../../src-main/importing/readers/xml-scan.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Sheet {
  readonly name: string;
  readonly state?: 'visible' | 'hidden';
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
}

async function workbookOf(sheets: readonly Sheet[]): Promise<string> {
  const book = new ExcelJS.Workbook();
  for (const { name, state, rows } of sheets) {
    const sheet = book.addWorksheet(name, { state: state ?? 'visible' });
    for (const row of rows) sheet.addRow([...row]);
  }
  const path = join(temporaryFolder(), 'orders.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

async function rowsOf(path: string): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of (await openTable(path, 'orders.xlsx')).rows()) rows.push(...batch);
  return rows;
}

describe('cells of a workbook', () => {
  it('become the text the owner sees', async () => {
    const path = await workbookOf([
      {
        name: '订单',
        rows: [
          ['订单编号', '金额', '时间', '手机订单', '标题', '公式', '错误', '链接'],
          [
            '1793153131473293579',
            64.1 + 64.4,
            new Date(Date.UTC(2024, 0, 31, 23, 30, 5)),
            true,
            { richText: [{ text: '白茶' }, { font: { bold: true }, text: '“安睡”' }] },
            { formula: 'B2*2', result: 257, date1904: false },
            { error: '#REF!' },
            { text: '店铺', hyperlink: 'http://example.com' },
          ],
        ],
      },
    ]);
    expect(await rowsOf(path)).toEqual([
      {
        row: 2,
        cells: ['1793153131473293579', '128.5', '2024-01-31 23:30:05', 'TRUE', '白茶“安睡”', '257', '#REF!', '店铺'],
      },
    ]);
  });

  it('keep Chinese letters whole over pieces of any size', async () => {
    const rows = Array.from({ length: 6000 }, (_, row) => [`${row}`, '豆豆妈妈买了一袋云南小粒咖啡豆，请尽快发货谢谢']);
    const read = await rowsOf(await workbookOf([{ name: '订单', rows: [['订单编号', '买家留言'], ...rows] }]));
    expect(read.map(({ cells }) => [...cells])).toEqual(rows);
  });

  it('are taken from the first visible sheet with a header we know', async () => {
    const path = await workbookOf([
      {
        name: '隐藏',
        state: 'hidden',
        rows: [
          ['订单编号', '总金额'],
          ['9', 9],
        ],
      },
      { name: '说明', rows: [['这份文件怎么看'], ['第二行']] },
      { name: '订单', rows: [['导出时间'], [], ['订单编号', '总金额'], ['1', 2], [], ['3', 4]] },
    ]);
    const table = await openTable(path, 'orders.xlsx');
    expect([table.sheet, table.otherSheets, table.headerRow]).toEqual(['订单', ['说明'], 3]);
    expect(await rowsOf(path)).toEqual([
      { row: 4, cells: ['1', '2'] },
      { row: 6, cells: ['3', '4'] },
    ]);
  });

  it('show an order number stored as a number as what it has become', () => {
    expect(numberText('1.79315313147329E+18')).toBe('1.79315313147329E+18');
    expect(numberText('179315313147329357')).toBe('1.79315313147329E+17');
    expect(numberText('110000000000000')).toBe('110000000000000');
  });

  it('show numbers without exponent and without the noise of the floating point', () => {
    expect(
      ['1.28E+2', '128.50000000000001', '0.1', '1E-3', '-12', '007', '0.30000000000000004'].map(numberText),
    ).toEqual(['128', '128.5', '0.1', '0.001', '-12', '7', '0.3']);
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (fen) => {
        const text = numberText(`${fen / 100}`);
        expect(Math.round(Number(text) * 100)).toBe(fen);
        expect(text).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
      }),
    );
  });

  it('show days of both calendars by the wall clock', () => {
    expect(serialText('45322.979224537', false)).toBe('2024-01-31 23:30:05');
    expect(serialText('43860.979224537', true)).toBe('2024-01-31 23:30:05');
    expect(serialText('1', false)).toBe('1900-01-01 00:00:00');
    expect(serialText('0.5', false)).toBe('12:00:00');
    expect(isoText('2024-01-31T23:30:05')).toBe('2024-01-31 23:30:05');
  });

  it.each([
    ['yyyy-mm-dd hh:mm', true],
    ['yyyy"年"m"月"d"日"', true],
    ['[h]:mm', true],
    ['0.00', false],
    ['[Red]#,##0.00', false],
    ['"days" 0', false],
    ['0.00E+00', false],
    ['General', false],
  ])('with the format %j are days: %j', (format, isDate) => {
    expect(isDateFormat(format)).toBe(isDate);
  });
});

describe('XML', () => {
  function scan(pieces: readonly Uint8Array[]): { events: string[]; fault: XmlFault | null } {
    const events: string[] = [];
    let text = '';
    const flush = (): void => {
      if (text !== '') events.push(`"${text}"`);
      text = '';
    };
    const scanner = xmlScan({
      open: (name, here) => {
        flush();
        events.push(`<${name} ${here.attribute('r') ?? ''}`);
      },
      text: (here) => {
        text += here.text();
      },
      close: (name) => {
        flush();
        events.push(`/${name}`);
      },
    });
    let fault: XmlFault | null = null;
    for (const piece of pieces) fault ??= scanner.write(piece);
    return { events, fault: fault ?? scanner.end() };
  }

  const sample = `<?xml version="1.0"?><x:row r="3"><!-- > --><c r='A&gt;1' t="s"/><v>1 &lt; 2 &#x8336;<![CDATA[<茶>]]></v></x:row>`;
  const bytes = Buffer.from(sample);

  it('is read with and without prefixes, references and literal sections', () => {
    expect(scan([bytes])).toEqual({
      events: ['<row 3', '<c A>1', '/c', '<v ', '"1 < 2 茶<茶>"', '/v', '/row'],
      fault: null,
    });
  });

  it('does not depend on where it is cut into pieces', () => {
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(scan([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(scan([bytes]));
    }
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'doctype'],
    [`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'too-deep'],
    ['<a><b></a></b>', 'broken'],
    ['<a>', 'broken'],
    [`<a>${'x'.repeat(1_100_000)}`, 'too-long'],
  ])('that is dangerous or broken is refused: %#', (text, fault) => {
    expect(scan([Buffer.from(text)]).fault).toBe(fault);
  });
});
