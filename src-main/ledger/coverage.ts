/**
 * Which days the ledger knows of, shop by shop. A day is *imported* when a file covers it that is not taken back (also without an order:
 * zero sales), *quiet* when the owner says why it has no file, and *missing* when it lies between covered days and is neither.
 */

import { and, eq } from 'drizzle-orm';
import type {
  CoverageGap,
  CoveringFile,
  QuietReason,
  QuietSpan,
  ShopCoverage,
} from '../../src-shared/contract/coverage.ts';
import { Problem } from '../../src-shared/problem.ts';
import daysSql from './coverage-days.sql?raw';
import filesSql from './coverage-files.sql?raw';
import gapsSql from './coverage-gaps.sql?raw';
import { type Act, write } from './journal.ts';
import { quietSpan, shop as shopTable, tablesOf } from './schema/tables.ts';
import { withParts } from './sql-parts.ts';
import type { Reading, Writing } from './transaction.ts';

interface OfShop {
  readonly shop: number;
}

export interface SpanOfShop {
  readonly shop: number;
  readonly from: string;
  readonly to: string;
}

/** Earliest and latest of the days a shop's spans name. */
function ends(spans: readonly { readonly from: string; readonly to: string }[]): Pick<ShopCoverage, 'from' | 'to'> {
  const [from = null] = spans.map((span) => span.from).toSorted();
  const to =
    spans
      .map((span) => span.to)
      .toSorted()
      .at(-1) ?? null;
  return { from, to };
}

/** Every shop, or one. Throws `shop-unknown`. */
export function listCoverage(
  reading: Reading,
  of: { readonly shop?: number | undefined },
): { shops: ShopCoverage[]; sql: string } {
  const { connection } = reading;
  const params = { shop: of.shop ?? null };
  const shops = tablesOf(reading).select().from(shopTable).orderBy(shopTable.shopId).all();
  const asked = of.shop === undefined ? shops : [shopOf(reading, of.shop)];
  const files = connection.prepare<[typeof params], OfShop & CoveringFile & { stated: number }>(filesSql).all(params);
  const gaps = connection.prepare<[typeof params], OfShop & CoverageGap>(gapsSql).all(params);
  const quiet = tablesOf(reading).select().from(quietSpan).all();
  return {
    shops: asked.map(({ shopId, name }) => {
      const own = files.filter(({ shop }) => shop === shopId);
      return {
        shop: shopId,
        name,
        ...ends(own),
        files: own.map(({ batch, file, from, to, stated }) => ({ batch, file, from, to, stated: Boolean(stated) })),
        quiet: quiet
          .filter((span) => span.shopId === shopId)
          .map(({ fromDay, toDay, reason }): QuietSpan => ({ from: fromDay, to: toDay, reason })),
        gaps: gaps.filter(({ shop }) => shop === shopId).map(({ from, to, days }) => ({ from, to, days })),
      };
    }),
    sql: `${filesSql.trim()};\n\n${gapsSql.trim()};\n`,
  };
}

function shopOf(reading: Reading, shop: number): typeof shopTable.$inferSelect {
  const found = tablesOf(reading).select().from(shopTable).where(eq(shopTable.shopId, shop)).get();
  if (found === undefined) throw new Problem('shop-unknown', { name: String(shop) });
  return found;
}

/** Days with orders, oldest first. Throws `shop-unknown`. */
export function coverageDays(reading: Reading, span: SpanOfShop): { days: { day: string; orders: number }[] } {
  shopOf(reading, span.shop);
  const { shop, from, to } = span;
  const { connection } = reading;
  // All orders are of the only shop there is: then the index of days alone answers.
  const isOnly = connection.prepare('select count(*) from shop').pluck().get() === 1;
  const sql = withParts(daysSql, isOnly ? [] : ['shops']);
  const params = isOnly ? { from, to } : { shop, from, to };
  return { days: connection.prepare<[object], { day: string; orders: number }>(sql).all(params) };
}

/** Puts or takes away the owner's word; the journal is the caller's matter. */
export function storeQuiet(writing: Writing, { shop, from, to }: SpanOfShop, reason: QuietReason | null): void {
  const tables = tablesOf(writing);
  const here = and(eq(quietSpan.shopId, shop), eq(quietSpan.fromDay, from), eq(quietSpan.toDay, to));
  tables.delete(quietSpan).where(here).run();
  if (reason !== null) tables.insert(quietSpan).values({ shopId: shop, fromDay: from, toDay: to, reason }).run();
}

function standing(reading: Reading, { shop, from, to }: SpanOfShop): QuietReason | null {
  const here = and(eq(quietSpan.shopId, shop), eq(quietSpan.fromDay, from), eq(quietSpan.toDay, to));
  return tablesOf(reading).select().from(quietSpan).where(here).get()?.reason ?? null;
}

/** Notes the owner's word for each span; null takes it back. Answers the journal's numbers. Throws `shop-unknown`. */
export function markQuiet(
  ledger: Reading,
  spans: readonly (SpanOfShop & { readonly reason: QuietReason | null })[],
  act: Act,
): number[] {
  return write(ledger, act, (writing, record) =>
    spans.flatMap(({ reason, ...span }) => {
      shopOf(writing, span.shop);
      const before = standing(writing, span);
      if (before === reason) return [];
      const { shop, from, to } = span;
      storeQuiet(writing, span, reason);
      return record({ table: 'quiet_span', rowKey: { shop, from, to }, field: 'reason', before, after: reason });
    }),
  );
}
