/** Files as shops change them: never a wrong figure. A changed file comes to the same figures, or to a question about the very column. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Figures, outcomeOf } from './figures.ts';
import { samples } from './files-at-hand.ts';
import { csvOf, type Sheet, takenApart, textOf } from './sheets-at-hand.ts';

const names = Object.keys(
  (JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as { files: Record<string, unknown> }).files,
);

const sheets = new Map<string, { readonly sheet: Sheet; readonly figures: Figures }>();
let folder = '';
let files = 0;

function fileOf(text: string | Uint8Array, name = 'orders.csv'): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-variations-'));
  for (const name of names) {
    const { figures } = await outcomeOf(join(samples, name));
    if (figures === null) throw new Error(`${name} is not read`);
    sheets.set(name, { sheet: await takenApart(name), figures });
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sampleOf(name: string): { readonly sheet: Sheet; readonly figures: Figures } {
  const found = sheets.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 6);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_105);

/** Columns that somebody adds, with all kinds of cells. */
const addedColumn = fc.record({
  head: fc.constantFrom('我的记号', '利润', '复核', 'Checked on', 'Memo', '业务员', '旧编号', '毛利率', '跟进日'),
  cell: fc.constantFrom('', '12.50', '2025-03-03', '好', 'AB-100234', '13800138000', '已完成', 'x@example.com', '-'),
});

/** The columns of a sheet in another order, with others between. */
function changed(sheet: Sheet): fc.Arbitrary<{ readonly sheet: Sheet; readonly added: readonly string[] }> {
  const places = sheet.header.map((_, column) => column);
  return fc
    .tuple(
      fc.shuffledSubarray(places, { minLength: places.length }),
      fc.uniqueArray(addedColumn, { maxLength: 3, selector: ({ head }) => head }),
    )
    .map(([order, added]) => {
      const heads = added.map(({ head }) => head);
      const cells = added.map(({ cell }) => cell);
      const moved = (row: readonly string[], more: readonly string[]): string[] => [
        ...order.slice(0, 2).map((column) => row[column] ?? ''),
        ...more,
        ...order.slice(2).map((column) => row[column] ?? ''),
      ];
      return {
        sheet: {
          header: moved(sheet.header, heads),
          // Lines that are no rows of the table stay as they are.
          rows: sheet.rows.map((row) => (row.length < sheet.header.length ? row : moved(row, cells))),
        },
        added: heads,
      };
    });
}

describe.each(names)('%s', (name) => {
  it('says the same as a plain text file', async () => {
    const { sheet, figures } = sampleOf(name);
    expect((await outcomeOf(fileOf(csvOf(sheet)))).figures).toEqual(figures);
  });

  it('with any one column renamed comes to the same, or the column is asked about', async () => {
    const { sheet, figures } = sampleOf(name);
    const wrong: string[] = [];
    for (const [column, head] of sheet.header.entries()) {
      if (head.trim() === '') continue;
      const header = sheet.header.with(column, `改过的列 ${column}`);
      const outcome = await outcomeOf(fileOf(csvOf({ ...sheet, header })));
      const [finding] = outcome.findings;
      if (outcome.figures === null) {
        const isAbout = finding?.questions.every(
          (question) => question.about === 'column' && question.column === column,
        );
        if (isAbout !== true || finding?.questions.length !== 1)
          wrong.push(`${head}: asks ${JSON.stringify(finding?.questions)} ${finding?.guess.profile}`);
      } else if (JSON.stringify(outcome.figures) !== JSON.stringify(figures)) {
        wrong.push(`${head}: ${JSON.stringify(outcome.figures)} instead of ${JSON.stringify(figures)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('with columns in another order and others between comes to the same, or only a new one is asked about', async () => {
    const { sheet, figures } = sampleOf(name);
    await fc.assert(
      fc.asyncProperty(changed(sheet), async ({ sheet: other, added }) => {
        const outcome = await outcomeOf(fileOf(csvOf(other)));
        if (outcome.figures !== null) expect(outcome.figures).toEqual(figures);
        else {
          const asked = outcome.findings.flatMap(({ questions }) => questions);
          expect(asked.filter(({ column }) => column === null || !added.includes(other.header[column] ?? ''))).toEqual(
            [],
          );
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 120_000);

  it('under notices, above totals and with its header once more comes to the same', async () => {
    const { sheet, figures } = sampleOf(name);
    const { header, rows } = sheet;
    const middle = Math.floor(rows.length / 2);
    const total = header.map((_, column) => (column === 0 ? '合计' : column === 3 ? '12.00' : ''));
    const lines = [
      ['店铺订单导出'],
      ['#导出时间：2026-11-21 10:00:00'],
      header.map(() => ''),
      header,
      ...rows.slice(0, middle),
      header,
      ...rows.slice(middle),
      header.map(() => ''),
      total,
      ['说明：以上数据仅供参考。'],
    ];
    const outcome = await outcomeOf(fileOf(textOf(lines, ',', '\n')));
    expect(outcome.figures).toEqual(figures);
    expect(outcome.problems).toMatchObject({ 'repeated-header': 1, 'total-row': 1 });
  });
});
