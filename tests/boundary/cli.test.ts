/** The command line as another program sees it: its JSON, its exit codes, and the figures of every sample. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src-shared/contract/explanations.ts';
import {
  type BatchReport,
  batchReportSchema,
  historyEntrySchema,
  undoReportSchema,
} from '../../src-shared/contract/imports.ts';
import { totalsSchema, verifyReportSchema } from '../../src-shared/contract/ledger.ts';
import { figureOf, importFigures } from '../../src-shared/import-figure.ts';
import { root } from '../house/source-files.ts';

const samples = join(root, 'tests/exports/samples');

interface Expected {
  readonly orders: number;
  readonly line_items: number;
  readonly distinct_buyers: number | null;
  readonly paid_gross_cents: number | null;
  readonly refund_cents: number | null;
  readonly net_cents: number | null;
  readonly status_counts: Readonly<Record<string, number>>;
}

const expected = (
  JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as { files: Record<string, Expected> }
).files;
const known = Object.entries(expected).filter(([name]) => /^(?:taobao|shopify)_/.test(name));

let scratch = '';
let folders = 0;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'regulars-cli-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function freshFolder(): string {
  folders += 1;
  return join(scratch, `data-${folders}`);
}

function cli(
  data: string,
  ...words: readonly string[]
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const done = spawnSync(process.execPath, [join(root, 'dist/main/cli.mjs'), ...words, '--data', data, '--json'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function answer(data: string, ...words: readonly string[]): unknown {
  const { code, out, err } = cli(data, ...words);
  expect(err).not.toMatch(/at .*\.mjs/);
  expect(code, `${words.join(' ')}: ${out.slice(0, 400)}${err}`).toBe(0);
  return JSON.parse(out);
}

function onlyBatch(value: unknown): ReturnType<typeof batchReportSchema.parse> {
  const { batches } = value as { batches: unknown[] };
  expect(batches).toHaveLength(1);
  return batchReportSchema.parse(batches[0]);
}

function statusOf(counts: Readonly<Record<string, number>>): Record<string, number> {
  const zero = { unpaid: 0, paid: 0, shipped: 0, completed: 0, closed: 0, partiallyRefunded: 0, refunded: 0 };
  return {
    ...zero,
    ...Object.fromEntries(
      Object.entries(counts).map(([key, count]) => [key === 'partially_refunded' ? 'partiallyRefunded' : key, count]),
    ),
  };
}

describe('import on an empty ledger', () => {
  it('knows all seven Taobao samples and that of Shopify', () => {
    expect(known).toHaveLength(8);
  });

  for (const [name, figures] of known) {
    it(`gives the figures of ${name}`, () => {
      const data = freshFolder();
      const batch = onlyBatch(answer(data, 'import', join(samples, name)));
      expect(batch.orders).toEqual({ new: figures.orders, changed: 0, same: 0, skipped: 0 });
      expect(batch.lines).toBe(figures.line_items);
      expect(batch.customers.new).toBe(figures.distinct_buyers ?? 0);
      expect(batch.customers.likely).toBe(name.includes('qianniu_2025') ? 6 : 0);
      expect(batch.ordersWithoutBuyer).toBe(figures.distinct_buyers === null ? figures.orders : 0);
      expect({ paid: batch.paidMinor, refund: batch.refundMinor, net: batch.netMinor }).toEqual({
        paid: figures.paid_gross_cents,
        refund: figures.refund_cents,
        net: figures.net_cents,
      });
      expect(batch.status).toEqual(statusOf(figures.status_counts));
      expect({ marketplace: batch.marketplace, currency: batch.currency }).toEqual(
        name.startsWith('shopify_')
          ? { marketplace: 'shopify', currency: 'USD' }
          : { marketplace: 'taobao', currency: 'CNY' },
      );

      const totals = totalsSchema.parse(answer(data, 'totals'));
      expect(totals.orders).toBe(figures.orders);
      expect(totals.lines).toBe(figures.line_items);
      expect(totals.status).toEqual(statusOf(figures.status_counts));
    });
  }

  it('joins list and details, in one drop or one after the other, to the same ledger', () => {
    const list = join(samples, 'taobao_list_2022_ExportOrderList.xlsx');
    const detail = join(samples, 'taobao_detail_2022_ExportOrderDetailList.csv');
    const [together, apart, reversed] = [freshFolder(), freshFolder(), freshFolder()];
    const batch = onlyBatch(answer(together, 'import', list, detail));
    expect(batch.lines).toBe(21);
    expect(batch.paidMinor).toBe(440_790);
    expect(batch.customers.new).toBe(9);
    answer(apart, 'import', list);
    answer(apart, 'import', detail);
    answer(reversed, 'import', detail, '--shop', '拾光小铺');
    answer(reversed, 'import', list);
    const hashes = [together, apart, reversed].map((data) => verifyReportSchema.parse(answer(data, 'verify')));
    expect(hashes.every((report) => report.ok)).toBe(true);
    expect(new Set(hashes.map((report) => report.stateHash)).size).toBe(1);
  });
});

describe('taking back', () => {
  it('undoes and redoes a batch, and the ledger equals the one before', () => {
    const data = freshFolder();
    answer(data, 'import', join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    const before = verifyReportSchema.parse(answer(data, 'verify'));
    const batch = onlyBatch(answer(data, 'import', join(samples, 'taobao_list_2021_ExportOrderList.csv')));
    const after = verifyReportSchema.parse(answer(data, 'verify'));
    expect(after.stateHash).not.toBe(before.stateHash);
    undoReportSchema.parse(answer(data, 'undo', String(batch.id)));
    expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(before.stateHash);
    undoReportSchema.parse(answer(data, 'redo', String(batch.id)));
    expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(after.stateHash);
    const { batches } = answer(data, 'history') as { batches: Record<string, unknown>[] };
    expect(batches).toHaveLength(2);
    for (const { id, ...rest } of batches) historyEntrySchema.parse({ batch: id, ...rest });
  });

  it.each([['taobao_list_2021_ExportOrderList.csv'], ['shopify_2024_orders_export.csv']])(
    'changes nothing when %s comes twice, and all of it can be taken back',
    (name) => {
      const data = freshFolder();
      const file = join(samples, name);
      const empty = verifyReportSchema.parse(answer(data, 'verify')).stateHash;
      answer(data, 'import', file);
      const before = verifyReportSchema.parse(answer(data, 'verify'));
      const again = onlyBatch(answer(data, 'import', file));
      expect(again.orders).toEqual({ new: 0, changed: 0, same: 16, skipped: 0 });
      expect(again.customers.new).toBe(0);
      expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(before.stateHash);
      answer(data, 'undo', String(again.id));
      expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(before.stateHash);
      answer(data, 'undo', '1');
      expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(empty);
    },
  );

  it('restores a backup, by its name or by its file, and a restore can be undone', () => {
    const data = freshFolder();
    answer(data, 'import', join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    const backup = answer(data, 'backup') as { name: string };
    const then = verifyReportSchema.parse(answer(data, 'verify')).stateHash;
    answer(data, 'import', join(samples, 'taobao_qianniu_2025_orders.xlsx'), '--shop', '另一家');
    const now = verifyReportSchema.parse(answer(data, 'verify')).stateHash;
    const { undoName } = answer(data, 'restore', backup.name) as { undoName: string };
    expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(then);
    answer(data, 'restore', undoName);
    expect(verifyReportSchema.parse(answer(data, 'verify')).stateHash).toBe(now);
  });
});

describe('answers to other programs', () => {
  it('leaves no trace of a check', () => {
    const data = freshFolder();
    const checked = onlyBatch(answer(data, 'import', join(samples, 'taobao_list_2021_ExportOrderList.csv'), '--check'));
    expect(checked.id).toBeNull();
    expect(checked.orders.new).toBe(16);
    expect(totalsSchema.parse(answer(data, 'totals')).orders).toBe(0);
  });

  it('says a Problem in both languages and exits with 1', () => {
    const { code, out } = cli(freshFolder(), 'import', join(samples, 'not-there.csv'));
    expect(code).toBe(1);
    const { problem } = JSON.parse(out) as { problem: Record<string, unknown> };
    expect(problem['code']).toBe('file-not-found');
    expect(problem['zh']).toContain('not-there.csv');
    expect(problem['en']).toContain('not-there.csv');
  });

  it('refuses words it does not know', () => {
    for (const words of [
      ['import'],
      ['rfm', '--on', '2026-02-30'],
      ['undo', 'x'],
      ['totals', '--frob'],
      ['frobnicate'],
    ]) {
      const { code, out } = cli(freshFolder(), ...words);
      expect(code, words.join(' ')).toBe(1);
      expect(JSON.parse(out)).toHaveProperty('problem.zh');
    }
  });

  it('says which file needs a mapping, and takes one', () => {
    const data = freshFolder();
    const file = join(scratch, 'own.csv');
    writeFileSync(file, '\ufeff哪一单,哪天,谁,多少钱\nA-1,2026-03-01,王一,12.50\nA-2,2026-03-02,王一,8\n');
    const mapping = join(scratch, 'own.json');
    writeFileSync(
      mapping,
      JSON.stringify({
        profile: 'own',
        granularity: 'order',
        columns: { orderNumber: [0], orderedAt: [1], buyerId: [2], total: [3] },
        dateOrder: 'ymd',
        assumePaid: true,
        currency: 'CNY',
      }),
    );
    expect(JSON.parse(cli(data, 'import', file).out)).toHaveProperty('problem.code', 'file-needs-mapping');
    const batch = onlyBatch(answer(data, 'import', file, '--mapping', mapping, '--shop', '门店'));
    expect(batch).toMatchObject({
      shop: '门店',
      marketplace: 'other',
      paidMinor: 2050,
      orders: { new: 2 },
      customers: { new: 1 },
    });
  });

  it('lists metrics, runs and explains them, and explains a customer', () => {
    const data = freshFolder();
    answer(data, 'import', join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    const { metrics } = answer(data, 'metrics') as { metrics: { name: string }[] };
    expect(metrics.length).toBeGreaterThanOrEqual(5);
    for (const { name } of metrics) {
      const result = answer(data, 'metrics', name, '--on', '2025-12-31') as { columns: string[]; rows: unknown[][] };
      expect(result.columns.length).toBeGreaterThan(0);
      expect(answer(data, 'explain', name, '--on', '2025-12-31')).toHaveProperty('sql');
    }
    const { customers } = answer(data, 'customers') as { customers: { id: number; netMinor: number }[] };
    expect(customers).toHaveLength(7);
    const first = customers[0];
    const why = answer(data, 'explain', String(first?.id), '--on', '2025-12-31') as {
      orders: { counts: boolean; netMinor: number }[];
      sumMinor: number;
    };
    expect(why.sumMinor).toBe(first?.netMinor);
    expect(why.orders.filter((order) => order.counts).reduce((sum, order) => sum + order.netMinor, 0)).toBe(
      first?.netMinor,
    );
  });

  it('explains the sums of a list and every figure of an import', () => {
    const data = freshFolder();
    answer(data, 'import', join(samples, 'taobao_list_2022_ExportOrderList.xlsx'));
    const list = answer(data, 'explain', 'customers', '--on', '2022-12-31') as Explanation;
    expect(list).toMatchObject({ subject: 'list', sumMinor: 354_760 });
    const some = answer(data, 'explain', 'customers', '--search', '老顾客张阿姨', '--on', '2022-12-31') as Explanation;
    expect([some.facts[0]?.value, some.sumMinor]).toEqual(['1', 143_400]);
    const { batches } = answer(data, 'history') as { batches: { report: BatchReport }[] };
    const report = batches[0]?.report ?? expect.fail('the import');
    for (const figure of importFigures) {
      const why = answer(data, 'explain', `import:1.${figure}`) as Explanation;
      expect([figure, Number(why.facts[0]?.value)]).toEqual([figure, figureOf(report, figure)]);
    }
    const refused = cli(data, 'explain', 'import:1.nonsense');
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { problem: { code: 'arguments-invalid' } }]);
    const first = (answer(data, 'customers', '--search', '老顾客张阿姨') as { customers: { id: number }[] })
      .customers[0];
    const paid = answer(data, 'explain', `${first?.id}.paidMinor`, '--on', '2022-12-31') as Explanation;
    expect(paid.orders.reduce((sum, order) => sum + (order.paidMinor ?? 0), 0)).toBe(paid.sumMinor);
  });

  it('writes the customer list as CSV and XLSX', () => {
    const data = freshFolder();
    answer(data, 'import', join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    const csv = join(scratch, 'list.csv');
    expect(answer(data, 'customers', '--csv', csv)).toMatchObject({ rows: 7, format: 'csv' });
    expect(readFileSync(csv, 'utf8').startsWith('\ufeff')).toBe(true);
    const xlsx = join(scratch, 'list.xlsx');
    answer(data, 'customers', '--xlsx', xlsx);
    expect(readFileSync(xlsx).subarray(0, 2).toString('latin1')).toBe('PK');
    // Nothing of it is an order: it is known again, and changes nothing.
    const before = answer(data, 'totals');
    for (const own of [csv, xlsx]) {
      const refused = cli(data, 'import', own);
      expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { problem: { code: 'own-list' } }]);
    }
    expect(answer(data, 'totals')).toEqual(before);
  });
});

const shared = process.env['REGULARS_SHARED'];

interface Oracle {
  readonly shop: string;
  readonly data: string;
  readonly name: string;
  readonly on: string;
  readonly currency: string;
  /** What a file calls the customer of the expected figures. */
  readonly buyerOf: (customer: string) => string;
  readonly customers: number;
  /** Rows of the file: each is a thing bought, look-alikes too. */
  readonly lines: number;
}

const oracles: readonly Oracle[] = [
  {
    shop: 'the CDNOW sample as a Taobao list',
    data: 'cdnow_sample_taobao_like.gb18030.csv',
    name: 'cdnow_sample',
    on: '1998-07-01',
    currency: 'CNY',
    buyerOf: (customer) => `tb_${customer}`,
    customers: 2357,
    lines: 6919,
  },
  {
    shop: 'a British shop as a Shopify export',
    data: 'online_retail_uk_a_shopify_like.csv.gz',
    name: 'online_retail_uk_a',
    on: '2011-12-10',
    currency: 'GBP',
    buyerOf: (customer) => `c${customer}@customer.example`,
    customers: 194,
    lines: 15_048,
  },
];

interface Score {
  readonly buyerId: string;
  readonly recencyDays: number;
  readonly frequency: number;
  readonly netMinor: number;
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

function peopleOf(path: string): readonly Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const words = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [words[index] ?? '', cell])));
}

function theirs(person: Record<string, string>, prefix: 'A' | 'B'): string {
  const money = Math.round(Number(person['monetary']) * 100);
  const scores = ['R', 'F', 'M'].map((score) => Number(person[`${prefix}_${score}`]));
  return [Number(person['recency_days']), Number(person['orders']), money, ...scores].join();
}

describe.each(oracles)('$shop (needs REGULARS_SHARED)', (oracle) => {
  const { data: file, name, on, currency, buyerOf, customers } = oracle;
  const source = join(shared ?? '', 'oracles/data', file);
  const figure = (path: string): string => join(shared ?? '', 'oracles/expected', path);

  it.skipIf(shared === undefined || !existsSync(source))(
    'has the totals, and the recency, frequency, money and scores of every customer, of independent packages',
    { timeout: 120_000 },
    () => {
      const data = freshFolder();
      const orders = join(scratch, file.replace(/\.gz$/, ''));
      const bytes = readFileSync(source);
      writeFileSync(orders, file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
      const batch = onlyBatch(answer(data, 'import', orders));
      const figures = (
        JSON.parse(readFileSync(figure(`retail_${name}.json`), 'utf8')) as {
          totals: { orders: number; customers: number; revenue: number; first_day: string; last_day: string };
        }
      ).totals;
      expect(batch.orders).toEqual({ new: figures.orders, changed: 0, same: 0, skipped: 0 });
      expect(batch.customers.new).toBe(figures.customers);
      expect(batch.lines).toBe(oracle.lines);
      expect(batch.problems).toEqual([]);
      const totals = totalsSchema.parse(answer(data, 'totals'));
      expect(totals.byCurrency[currency]?.netMinor).toBe(Math.round(figures.revenue * 100));
      expect({ first: totals.firstDay, last: totals.lastDay }).toEqual({
        first: figures.first_day,
        last: figures.last_day,
      });

      const people = peopleOf(figure(`rfm_${name}_customers.csv`));
      expect(people).toHaveLength(customers);
      for (const [definition, prefix] of [
        ['quantile', 'A'],
        ['ntile', 'B'],
      ] as const) {
        const { scores } = answer(data, 'rfm', '--on', on, '--definition', definition, '--customers') as {
          scores: Score[];
        };
        expect(scores).toHaveLength(customers);
        const byBuyer = new Map(scores.map((score) => [score.buyerId, score]));
        const differing = people.filter((person) => {
          const score = byBuyer.get(buyerOf(person['customer_id'] ?? ''));
          const own = [score?.recencyDays, score?.frequency, score?.netMinor, score?.r, score?.f, score?.m];
          return own.join() !== theirs(person, prefix);
        });
        expect(differing.slice(0, 5), definition).toEqual([]);
      }
    },
  );
});
