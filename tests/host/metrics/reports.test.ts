/** Reports reconcile: with each other, with the orders behind every figure, and with a ledger that never saw later orders. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filteredIds } from '../../../src-main/ledger/filter/filtered-customers.ts';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { explainMetric, metricOrdersIn } from '../../../src-main/metrics/explain-metric.ts';
import { readReport } from '../../../src-main/metrics/reports.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { ladderSteps } from '../../../src-shared/ladder.ts';
import { rfmDefinitions } from '../../../src-shared/rfm.ts';
import { dayIn, monthsFrom, randomContent } from './random-ledger.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };

interface Place {
  readonly on: Day;
  readonly from: Day | undefined;
  readonly shop: number | undefined;
}

const places: fc.Arbitrary<Place> = fc.record({
  on: dayIn,
  from: fc.option(
    fc.integer({ min: -10, max: 250 }).map((n) => addDays('2025-01-01' as Day, n)),
    { nil: undefined },
  ),
  shop: fc.constantFrom(undefined, 1, 2),
});

type Told = Readonly<Record<string, string | number | null>>;

function ask(name: string, place: Place): Told[] {
  const { columns, rows } = runNamedMetric(ledger.reading, { name, ...place, lines, least: 2 });
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** What the explanation of a figure comes to; its orders, all of them, must come to the same. */
function behind(name: string, place: Place, row: Record<string, string | number>): [number, number, number] {
  const scoresOf = scoreSource(() => lines);
  const asked = { name, ...place, row, least: 2 };
  const { facts, orderCount, sumMinor } = explainMetric(ledger.reading, asked, scoresOf);
  const orders = metricOrdersIn(ledger.reading, asked, { from: 0, count: 500 }, scoresOf);
  expect([orders.length, orders.reduce((sum, { netMinor }) => sum + (netMinor ?? 0), 0)]).toEqual([
    orderCount,
    sumMinor,
  ]);
  return [orderCount, Number(facts.find((fact) => fact.name === 'customers')?.value), sumMinor ?? 0];
}

const n = (value: string | number | null | undefined): number => Number(value ?? 0);

function forAll(check: (made: SmallContent, place: Place) => void, numRuns = 60): void {
  fc.assert(
    fc.property(randomContent, places, (made, place) => {
      fill(ledger.reading, made);
      check(made, place);
    }),
    { numRuns },
  );
}

/** The day that the months begin with: the period's first, but not before the shop's first order that counts. */
function firstShown(made: SmallContent, { on, from, shop }: Place): string | undefined {
  const days = made.orders.flatMap((order) => {
    const isCounted = order.status === 'completed' && (shop === undefined || order.shop === shop);
    return isCounted && order.day !== null && order.day <= on ? order.day : [];
  });
  const [first] = days.toSorted();
  return first === undefined || from === undefined || from < first ? first : from;
}

test('months, new and returning, and the key figures come to the same; each equals the orders behind it', () => {
  let emptyMonths = 0;
  forAll((made, place) => {
    const months = ask('sales-by-month', place);
    const split = ask('new-and-returning', place);
    const [key = {}] = ask('key-figures', place);
    const sum = (rows: readonly Told[], column: string): number =>
      rows.reduce((total, row) => total + n(row[column]), 0);
    expect([sum(months, 'orders'), sum(months, 'net_minor'), sum(months, 'paid_minor')]).toEqual([
      n(key['orders']),
      n(key['net_minor']),
      n(key['paid_minor']),
    ]);
    // None is left out between the first and the last, though nothing was sold in it.
    expect(months.map((row) => row['month'])).toEqual(monthsFrom(firstShown(made, place), place.on));
    expect(months.every((row) => row['orders'] !== 0 || row['average_minor'] === null)).toBe(true);
    emptyMonths += months.filter((row) => row['orders'] === 0).length;
    expect(n(key['new_customers']) + n(key['earlier_customers'])).toBe(n(key['customers']));
    expect(split.map((row) => row['month'])).toEqual(months.map((row) => row['month']));
    split.forEach((row, at) => {
      expect([
        n(row['new_orders']) + n(row['returning_orders']) + n(row['unknown_orders']),
        n(row['new_net_minor']) + n(row['returning_net_minor']) + n(row['unknown_net_minor']),
        row['customers'],
      ]).toEqual([months[at]?.['orders'], months[at]?.['net_minor'], months[at]?.['customers']]);
    });
    for (const row of months) {
      expect(behind('sales-by-month', place, { month: String(row['month']) })).toEqual([
        row['orders'],
        row['customers'],
        row['net_minor'],
      ]);
    }
    for (const row of split) {
      for (const part of ['new', 'returning', 'unknown']) {
        const [orders, , net] = behind('new-and-returning', place, { month: String(row['month']), part });
        expect([orders, net]).toEqual([row[`${part}_orders`], row[`${part}_net_minor`]]);
      }
    }
    expect(behind('key-figures', place, {})).toEqual([n(key['orders']), n(key['customers']), n(key['net_minor'])]);
    expect(behind('key-figures', place, { part: 'placed' })[0]).toBe(n(key['placed']));
    expect(behind('key-figures', place, { part: 'refunded' })[0]).toBe(n(key['refunded_orders']));
    expect(behind('key-figures', place, { part: 'newcomer' })[1]).toBe(n(key['new_customers']));
    expect(behind('key-figures', place, { part: 'earlier' })[1]).toBe(n(key['earlier_customers']));
  });
  expect(emptyMonths).toBeGreaterThan(0);
});

test('cohorts and repurchase: every figure equals the customers and orders behind it', () => {
  forAll((_made, place) => {
    for (const row of ask('cohort-retention', place)) {
      const at = { month: String(row['month']), later: n(row['later']) };
      const [, customers, net] = behind('cohort-retention', place, at);
      expect([customers, net]).toEqual([row['active'], row['net_minor']]);
      expect(behind('cohort-retention', place, { ...at, back: 1 })[1]).toBe(row['came_back']);
    }
    for (const row of ask('repurchase-rate', place)) {
      const month = String(row['month']);
      expect(behind('repurchase-rate', place, { month })[1]).toBe(row['customers']);
      expect(behind('repurchase-rate', place, { month, again: 1 })[1]).toBe(row['came_back']);
    }
    for (const row of ask('first-to-second', place)) {
      const [days_from, days_to] = [n(row['days']), n(row['days'])];
      expect(behind('first-to-second', place, { days_from, days_to, second: 1 })[1]).toBe(row['came_back']);
    }
    for (const row of ask('days-between-orders', place)) {
      const days = { days_from: n(row['gap_days']), days_to: n(row['gap_days']) };
      // Several orders of one day end one gap.
      expect(behind('days-between-orders', place, days)[0]).toBeGreaterThanOrEqual(n(row['times']));
    }
  }, 30);
});

test('items, pairs and what follows: every count equals the orders or customers behind it', () => {
  forAll((_made, place) => {
    for (const row of ask('best-items', place)) {
      const [orders, customers] = behind('best-items', place, { title: String(row['title']) });
      expect([orders, customers]).toEqual([row['orders'], row['customers']]);
    }
    for (const row of ask('bought-together', place)) {
      const pair = { title: String(row['title']), with_title: String(row['with_title']) };
      expect(behind('bought-together', place, pair)[0]).toBe(row['together']);
    }
    for (const row of ask('bought-by-two', place)) {
      const [title, second, with_title] = ['title', 'second_title', 'with_title'].map((column) => String(row[column]));
      const three = { title: String(title), second_title: String(second), with_title: String(with_title) };
      expect(behind('bought-by-two', place, three)[0]).toBe(row['together']);
    }
    for (const row of ask('bought-next', place)) {
      const pair = { title: String(row['title']), next_title: String(row['next_title']) };
      expect(behind('bought-next', place, pair)[1]).toBe(row['followed']);
    }
  }, 40);
});

test('grades of contribution: everybody in one, the largest first, equal to the orders behind them', () => {
  forAll((_made, place) => {
    const grades = ask('contribution-grades', place);
    const [, buyers, net] = behind('contribution-grades', place, {});
    const sum = (column: string): number => grades.reduce((total, row) => total + n(row[column]), 0);
    expect([sum('customers'), sum('net_minor')]).toEqual([buyers, net]);
    for (const row of grades) {
      const grade = String(row['grade']);
      expect(behind('contribution-grades', place, { grade })).toEqual([
        row['orders'],
        row['customers'],
        row['net_minor'],
      ]);
      expect(n(row['also_by_orders'])).toBeLessThanOrEqual(n(row['customers']));
    }
    // What the key figures have more of are the orders whose buyer nobody can tell.
    const all = ask('key-figures', place)[0] ?? {};
    const unknown = (column: string): number =>
      ask('new-and-returning', place).reduce((total, row) => total + n(row[column]), 0);
    expect([n(all['orders']) - sum('orders'), n(all['net_minor']) - sum('net_minor')]).toEqual([
      unknown('unknown_orders'),
      unknown('unknown_net_minor'),
    ]);
    const least = grades.map((row) => n(row['least_minor']));
    expect(least).toEqual(least.toSorted((a, b) => b - a));
    const curve = ask('contribution-curve', place);
    expect(curve.at(-1)?.['first_customers'] ?? 0).toBe(buyers);
    const shares = curve.map((row) => n(row['share_net']));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

test('the ladder: everybody with an order stands on one step, buyers on B to E, by the two lines', () => {
  forAll((_made, place) => {
    const steps = ask('ladder', place);
    const buyers = steps.filter((row) => row['step'] !== 'A');
    const scored = ask('tier-summary', place);
    expect(buyers.reduce((sum, row) => sum + n(row['customers']), 0)).toBe(
      scored.reduce((sum, row) => sum + n(row['customers']), 0),
    );
    const { on, shop } = place;
    const scores = scoreSource(() => lines)(ledger.reading, { on, definition: 'quantile', shop });
    for (const step of ladderSteps) {
      const found = filteredIds(ledger.reading, scores, { field: 'ladder', in: [step] });
      expect([step, found.length]).toEqual([step, n(steps.find((row) => row['step'] === step)?.['customers'])]);
    }
    const line = n(steps[0]?.['line_minor']);
    for (const row of buyers) {
      const average = n(row['average_minor']);
      if (row['step'] === 'B' || row['step'] === 'C') expect(average).toBeLessThanOrEqual(line);
      else expect(average).toBeGreaterThanOrEqual(line - 1e-9);
    }
  });
});

test('movement between two days: its sums are the tiers of the two days', () => {
  forAll((_made, { on, shop }) => {
    const from = addDays(on, -60);
    const scoresOf = scoreSource(() => lines);
    const read = (asked: { on: Day; from?: Day }) =>
      readReport(ledger.reading, { report: 'tiers', definition: 'quantile', shop, ...asked }, scoresOf).tables;
    const summed = (rows: readonly (readonly (string | number | null)[])[], at: number): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const row of rows) {
        const tier = row[at];
        if (typeof tier === 'string') sums.set(tier, (sums.get(tier) ?? 0) + n(row[2]));
      }
      return sums;
    };
    const tiersOf = (rows: readonly (readonly (string | number | null)[])[] = []): Map<string, number> =>
      new Map(rows.map((row) => [String(row[0]), n(row[1])]));
    const tables = read({ on, from });
    const [now] = tables;
    const movement = tables.find(({ name }) => name === 'tier-movement');
    const [then] = read({ on: from });
    expect(summed(movement?.rows ?? [], 0)).toEqual(tiersOf(then?.rows));
    expect(summed(movement?.rows ?? [], 1)).toEqual(tiersOf(now?.rows));
  });
});

test('the statement beside a table says what stands in it, however customers are scored', () => {
  forAll((_made, place) => {
    for (const report of reportNames)
      for (const definition of rfmDefinitions) {
        const asked = { report, definition, ...place, least: 2 };
        const { tables } = readReport(
          ledger.reading,
          asked,
          scoreSource(() => lines),
        );
        for (const { name, columns, rows, sql, params } of tables) {
          // Movement is its statement asked twice; see above.
          if (name === 'tier-movement') continue;
          const statement = ledger.reading.connection.prepare<[object], (string | number | null)[]>(sql).raw();
          const width = statement.columns().length;
          expect(columns.length).toBeGreaterThanOrEqual(width);
          expect([name, definition, rows.map((row) => row.slice(0, width))]).toEqual([
            name,
            definition,
            statement.all(params),
          ]);
        }
      }
  }, 12);
});

test('as of a day, every report equals that of a ledger that holds only orders placed on or before it', () => {
  forAll((made, place) => {
    const read = (): unknown =>
      reportNames.map((report: ReportName) => {
        const asked = { report, definition: 'quantile' as const, ...place, least: 2 };
        return readReport(
          ledger.reading,
          asked,
          scoreSource(() => lines),
        );
      });
    const whole = read();
    fill(ledger.reading, { ...made, orders: made.orders.filter(({ day }) => day === null || day <= place.on) });
    expect(read()).toEqual(whole);
  }, 25);
});
