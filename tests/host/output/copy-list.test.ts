/** A list on the clipboard: two kinds that say the same, whole numbers in the one, no formula in either, pages that join. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { type CopyRequest, copyList } from '../../../src-main/output/copy-list.ts';
import { day } from '../metrics/random-ledger.ts';
import { type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger({
    customers: [
      {
        id: 1,
        name: '王予安',
        nick: '1793153131473293579',
        phone: '13800138001',
        note: '=HYPERLINK("http://x","点我")',
      },
      { id: 2, name: '+张三', nick: '@zhang', phone: '057188889999', note: '两行\n"备注"\t<b>粗</b> & 有逗号' },
      { id: 3, name: '李*', likely: true, phone: '138****2222', note: '2026-08-16' },
      { id: 4, name: '𠮷田', nick: '-1+2', note: '-5' },
    ],
    orders: [
      { customer: 1, day: '2025-03-01', paidMinor: 123_456, titles: ['青花杯'] },
      { customer: 2, day: '2025-02-01', paidMinor: 500, refundMinor: 700, status: 'partiallyRefunded' },
      { customer: 3, day: '2025-01-01', paidMinor: 100 },
      { customer: 4, day: '2025-01-05', paidMinor: 50 },
    ],
  });
});
afterAll(() => ledger.close());

const scoresOf = scoreSource((reading) => ledger.lines(reading));
const copy = (more: Partial<CopyRequest> = {}) =>
  copyList(
    ledger.reading,
    {
      filter: {},
      basis: { on: day('2025-04-01'), definition: 'quantile' },
      sort: { by: 'netMinor', descending: true },
      columns: ['name', 'buyerId', 'phone', 'orders', 'netMinor', 'note'],
      wholePhones: true,
      purpose: 'record',
      language: 'zh-CN',
      from: 0,
      count: 100,
      heads: true,
      ...more,
    },
    scoresOf,
  );

/** The cells of a table as a spreadsheet reads them. */
function cellsOf(html: string): string[][] {
  const plain = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) => plain(text)),
  );
}

describe('a copied list', () => {
  test('says the same as lines and as a table, heads first, likely people marked', () => {
    const { text, html, rows, total } = copy();
    const lines = text.split('\n').map((line) => line.split('\t'));
    expect([rows, total]).toEqual([4, 4]);
    expect(lines[0]).toEqual(['客户', '把握', '买家号', '电话', '次数', '净额', '备注']);
    expect(cellsOf(html)).toEqual(lines);
    expect(lines.map((line) => line.length)).toEqual([7, 7, 7, 7, 7]);
  });

  test('keeps long numbers and phones whole: bare in the lines, as texts in the table', () => {
    const { text, html } = copy();
    expect(text).toContain('\t1793153131473293579\t13800138001\t1\t1234.56\t');
    for (const number of ['1793153131473293579', '13800138001', '057188889999', '2026-08-16'])
      expect(html).toContain(`<td style="mso-number-format:'\\@'" sdnum="1033;0;@">${number}</td>`);
    expect(html).toContain('<td class="n">1234.56</td>');
    expect(copy().before).toContain('td,th{mso-number-format:"\\@"');
  });

  test('holds no text that begins a formula; numbers of ours stay numbers', () => {
    const cells = [...copy().text.split(/[\t\n]/), ...cellsOf(copy().html).flat()];
    for (const cell of cells) expect(cell).not.toMatch(/^[=+@]|^-(?!\d+\.\d\d$)/);
    expect(copy().text).toContain("\t'@zhang\t");
    expect(copy().text).toContain('\t-2.00\t');
  });

  test('breaks no line: what was two lines or had a tab stays one cell', () => {
    expect(copy({ columns: ['note'], heads: false, filter: { ids: [2] } }).text).toBe('两行 "备注" <b>粗</b> & 有逗号');
  });

  test('of cells alone has neither heads nor a column more', () => {
    const { text, html } = copy({ columns: ['buyerId'], heads: false, count: 1 });
    expect(text).toBe('1793153131473293579');
    expect(cellsOf(html)).toEqual([['1793153131473293579']]);
  });

  test('comes page by page, and the pages join to the whole', () => {
    const whole = copy();
    const pages = [copy({ count: 3 }), copy({ from: 3, count: 3 })];
    expect(pages.map(({ rows }) => rows)).toEqual([3, 1]);
    expect(pages.map(({ text }) => text).join('\n')).toBe(whole.text);
    expect(pages.map(({ html }) => html).join('\n')).toBe(whole.html);
    expect(copy({ from: 4 })).toMatchObject({ rows: 0, text: '', html: '' });
  });
});
