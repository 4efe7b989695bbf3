/** The period a report is held against: its figures beside the report's are those of the report that is asked for that period alone. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReport } from '../../../src-main/metrics/reports.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { withPeriodBeside } from '../../../src-renderer/pages/reports/period-beside.ts';
import { rowsOf } from '../../../src-renderer/pages/reports/told.ts';
import { type BoundSpan, comparedSpan, monthsApart } from '../../../src-shared/compared-span.ts';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { addMonths, type Day } from '../../../src-shared/day.ts';
import { randomContent } from './random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from './small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
const read = (span: BoundSpan): Report =>
  readReport(
    ledger.reading,
    { report: 'sales', definition: 'quantile', ...span },
    scoreSource(() => lines),
  );

test('each month stands beside its own of the other period, and none is made up', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      randomContent,
      fc.constantFrom('year' as const, 'before' as const),
      fc.integer({ min: 2, max: 9 }),
      (made, comparison, months) => {
        fill(ledger.reading, made);
        const span: BoundSpan = { from: '2025-03-01' as Day, on: addMonths('2025-03-15' as Day, months - 1) };
        const earlier = comparedSpan(span, comparison) ?? expect.fail('a period');
        const [now, past] = [read(span), read(earlier)];
        const { rows, added } = withPeriodBeside('sales-by-month', rowsOf(now, 'sales-by-month'), now, past);
        const alone = new Map(rowsOf(past, 'sales-by-month').map((row) => [row['month'], row['net_minor'] ?? null]));
        if (added === null) {
          expect(alone.size).toBe(0);
          return;
        }
        const apart = monthsApart(span, comparison) ?? expect.fail('months');
        for (const row of rows) {
          const month = addMonths(`${String(row['month'])}-01` as Day, -apart).slice(0, 7);
          expect(row[added]).toBe(alone.get(month) ?? null);
          if (row[added] !== null) compared += 1;
        }
      },
    ),
    { numRuns: 80 },
  );
  expect(compared).toBeGreaterThan(0);
});
