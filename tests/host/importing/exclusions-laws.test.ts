/**
 * The laws of exclusion: imports, undos and changes of rules in any order end in the ledger that only ever saw what is still there; and in
 * both of its views every figure is what the orders come to. REGULARS_RUNS raises the number of cases.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { stateRows } from '../../../src-main/importing/state-hash.ts';
import { redoBatch, undoBatch } from '../../../src-main/importing/undo.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { customerProfile } from '../../../src-main/ledger/customer-profile.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { removeRule, saveRule } from '../../../src-main/ledger/exclusions/rules.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { ExclusionContent } from '../../../src-shared/contract/exclusions.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { defaultTypedLines } from '../../../src-shared/rfm.ts';
import { type OrderRow, orderFile, orderNumber } from '../../support/order-file.ts';
import { day } from '../metrics/random-ledger.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 60);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_102);

const row: fc.Arbitrary<OrderRow & { order: number }> = fc
  .record({
    order: fc.nat(7),
    buyer: fc.nat(3),
    note: fc.constantFrom('', '', 'V-1', 'v-刷 3', '好评返现', ' V-2'),
    paid: fc.constantFrom('0.01', '9.90', '88.00'),
    status: fc.constantFrom('交易成功', '交易成功', '等待买家付款', '卖家已发货，等待买家确认'),
  })
  .map(({ order, buyer, note, paid, status }) => ({
    order,
    number: orderNumber(order),
    nick: ['豆豆mama', 'Kevin吴', '店主自己', '茶客'][buyer] ?? '',
    at: `2024-05-${10 + order} 10:00:00`,
    paid,
    sellerNote: note,
    status,
  }));

const files = fc.array(
  fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ order }) => order }).map((rows) => orderFile(rows)),
  { minLength: 2, maxLength: 3 },
);

const contents: readonly ExclusionContent[] = [
  { kind: 'brushing', shop: null, match: 'all', conditions: [{ field: 'sellerNote', test: 'starts', text: 'V-' }] },
  { kind: 'self', shop: null, match: 'any', conditions: [{ field: 'nick', test: 'is', text: '店主自己' }] },
  { kind: 'test', shop: null, match: 'all', conditions: [{ field: 'amount', from: null, to: minorOf(100) }] },
  {
    kind: 'staff',
    shop: null,
    match: 'all',
    conditions: [
      { field: 'nick', test: 'contains', text: '豆豆' },
      { field: 'amount', from: minorOf(500), to: minorOf(1000) },
    ],
  },
];

type Act =
  | { readonly kind: 'import'; readonly file: number }
  | { readonly kind: 'turn'; readonly batch: number }
  | { readonly kind: 'rule'; readonly rule: number; readonly content: number }
  | { readonly kind: 'remove'; readonly rule: number }
  | { readonly kind: 'journal'; readonly edit: number };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('import' as const), file: fc.nat(2) }),
    fc.record({ kind: fc.constant('turn' as const), batch: fc.nat(5) }),
    fc.record({ kind: fc.constant('rule' as const), rule: fc.nat(4), content: fc.nat(contents.length - 1) }),
    fc.record({ kind: fc.constant('remove' as const), rule: fc.nat(4) }),
    fc.record({ kind: fc.constant('journal' as const), edit: fc.nat(8) }),
  ),
  { minLength: 4, maxLength: 12 },
);

async function importFile(book: Book, paths: readonly string[], file: number): Promise<number | null> {
  const [report] = await book.import([paths[file % paths.length] ?? ''], { shop: '小铺' });
  return report?.id ?? null;
}

/** Lives the acts; answers which files are live at the end. */
async function live(book: Book, paths: readonly string[], doings: readonly Act[]): Promise<Set<number>> {
  const batches: { id: number; file: number; live: boolean }[] = [];
  const undoing = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
  for (const act of doings) {
    const rules = book.all('select rule_id from exclusion_rule order by 1').flat() as number[];
    switch (act.kind) {
      case 'import': {
        const id = await importFile(book, paths, act.file);
        if (id !== null) batches.push({ id, file: act.file % paths.length, live: true });
        break;
      }
      case 'turn': {
        const batch = batches[act.batch % Math.max(1, batches.length)];
        if (batch === undefined) break;
        (batch.live ? undoBatch : redoBatch)(book.ledger, book.stage, batch.id, { now }, noProgress);
        batch.live = !batch.live;
        break;
      }
      case 'rule': {
        const content = contents[act.content] ?? expect.fail('no content');
        saveRule(book.ledger, { rule: rules[act.rule] ?? null, content }, now);
        break;
      }
      case 'remove': {
        const rule = rules[act.rule];
        if (rule !== undefined) removeRule(book.ledger, rule, { reason: 'exclusions.remove', now });
        break;
      }
      case 'journal': {
        const edits = book.all('select edit_id, undone_at from journal order by 1') as [number, string | null][];
        const [edit, undone] = edits[act.edit % Math.max(1, edits.length)] ?? [null, null];
        if (edit !== null) (undone === null ? undoEdit : redoEdit)(book.ledger, edit, undoing);
        break;
      }
    }
  }
  return new Set(batches.filter((batch) => batch.live).map(({ file }) => file));
}

interface SlowOrder {
  readonly id: number;
  readonly customer: number | null;
  readonly counts: number;
  readonly net: number | null;
  readonly note: string | null;
  readonly nick: string | null;
  readonly paid: number | null;
}

/** Does a rule mean the order, said in another way than the ledger's. */
function means({ match, conditions }: ExclusionContent, order: SlowOrder): boolean {
  const holds = conditions.map((condition) => {
    if (condition.field === 'amount') {
      const { from, to } = condition;
      return order.paid !== null && (from === null || order.paid >= from) && (to === null || order.paid <= to);
    }
    const value = ((condition.field === 'nick' ? order.nick : order.note) ?? '').trim().toLowerCase();
    const text = condition.text.toLowerCase();
    if (condition.test === 'is') return value === text;
    return condition.test === 'starts' ? value.startsWith(text) : value.includes(text);
  });
  return match === 'all' ? holds.every(Boolean) : holds.some(Boolean);
}

function figuresHold(book: Book): void {
  const { ledger } = book;
  const orders = ledger.connection
    .prepare<[], SlowOrder>(
      'select order_id as id, customer_id as customer, counts, net_minor as net, seller_note as note, buyer_id as nick, paid_minor as paid from shop_order',
    )
    .all();
  const rules = book
    .all('select content from exclusion_rule')
    .flat()
    .map((text) => JSON.parse(String(text)) as ExclusionContent);
  const excludedOnes = orders.filter((order) => rules.some((rule) => means(rule, order)));
  const marked = book.all('select distinct order_id from excluded_order order by 1').flat();
  expect(marked).toEqual(excludedOnes.map(({ id }) => id).toSorted((a, b) => a - b));
  const scores = scoreSource(() => defaultTypedLines);
  for (const excluded of [false, true]) {
    const kept = excluded ? orders : orders.filter((order) => !excludedOnes.includes(order));
    const counted = kept.filter((order) => order.counts === 1);
    const net = counted.reduce((sum, order) => sum + (order.net ?? 0), 0);
    const people = new Set(kept.flatMap(({ customer }) => customer ?? []));
    expect(ledgerTotals(ledger, { excluded })).toMatchObject({ orders: kept.length, customers: people.size });
    for (const on of [day('2026-01-01'), day('2024-05-13')]) {
      const basis = { on, definition: 'quantile', excluded } as const;
      const sort = { by: 'netMinor', descending: true } as const;
      const list = listCustomers(ledger, { filter: {}, basis, sort, window: { from: 0, count: 50 } }, scores);
      expect(list.total).toBe(people.size);
      if (on < '2025') continue;
      expect(list.sums).toMatchObject({ orders: counted.length, netMinor: net });
      for (const { customer } of orders) {
        if (customer === null) continue;
        const own = counted.filter((order) => order.customer === customer);
        const profile = customerProfile(ledger, { customer, basis }, scores);
        expect(profile.totals).toMatchObject({ counted: own.length });
        expect(profile.customer.orders).toBe(own.length);
        expect(profile.account.filter(({ kind }) => kind === 'order')).toHaveLength(
          orders.filter((order) => order.customer === customer).length,
        );
      }
    }
    const run = (name: string) =>
      runNamedMetric(ledger, { name, on: day('2026-01-01'), lines: defaultTypedLines, excluded }).rows;
    expect(run('customer-totals').reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(counted.length);
    expect(run('rfm-inputs').reduce((sum, cells) => sum + Number(cells[2]), 0)).toBe(counted.length);
  }
}

const rowsOf = (book: Book): readonly string[] =>
  Array.from(stateRows(book.ledger), ([table, text]) => `${table} ${text}`);

async function holds(texts: readonly string[], doings: readonly Act[], ranks: readonly number[]): Promise<void> {
  const [lived, reference] = [newBook(), newBook()];
  try {
    const liveFiles = await live(
      lived,
      texts.map((text, index) => lived.file(`f${index}.csv`, text)),
      doings,
    );
    const paths = texts.map((text, index) => reference.file(`f${index}.csv`, text));
    for (const file of [...liveFiles].toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)))
      await importFile(reference, paths, file);
    for (const content of lived.all('select content from exclusion_rule').flat())
      saveRule(reference.ledger, { rule: null, content: JSON.parse(String(content)) as ExclusionContent }, now);
    expect(rowsOf(lived)).toEqual(rowsOf(reference));
    figuresHold(lived);
    const hadExcluded = lived.one('select count(*) from excluded_order') !== 0;
    expect(verifyLedger(lived.ledger)).toMatchObject({ ok: true });
    lived.ledger.connection.exec(
      'delete from excluded_order where order_id = (select max(order_id) from excluded_order)',
    );
    expect(verifyLedger(lived.ledger).ok).toBe(!hadExcluded);
  } finally {
    lived.close();
    reference.close();
  }
}

test(`any order of imports, undos and rules converges, in ${RUNS} lives`, { timeout: 1_800_000 }, async () => {
  const order = fc.uniqueArray(fc.nat(100), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(files, acts, order, (texts, doings, ranks) => holds(texts, doings, ranks)),
    { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 300 },
  );
});
