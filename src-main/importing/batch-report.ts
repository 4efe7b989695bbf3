/** The report of each batch of a check: what the owner reads before he agrees, and what apply keeps. After the plan. */

import type { Database } from 'better-sqlite3';
import {
  type BatchReport,
  batchReportSchema,
  type Claim,
  type ReportProblem,
} from '../../src-shared/contract/imports.ts';
import { ownTargetSchema } from '../../src-shared/contract/mappings.ts';
import { type RowProblemCode, rowProblemLevels } from '../../src-shared/row-problem.ts';
import { moneyOfTally, type Tallies } from './batch-tally.ts';
import type { CustomerPlan } from './plan-customers.ts';
import type { Desk } from './plan-orders.ts';
import type { KnownPeople } from './repeats/plan-repeated.ts';
import type { SinglesPlan } from './singles/plan-singles.ts';

const PROBLEMS_SHOWN = 1000;
/** Of a kind that comes later than all those. */
const OF_LATE_KIND_SHOWN = 10;
const CLAIMS_SHOWN = 100;

interface StagedBatch {
  readonly batchNo: number;
  readonly shop: string;
  readonly marketplace: string;
  readonly currency: string;
  readonly profile: string;
}

const stoppedCodes = Object.entries(rowProblemLevels)
  .filter(([, level]) => level === 'stopped')
  .map(([code]) => code);

/** Distinct orders that are not imported, and rows whose order number cannot be read. */
function skippedOf(stage: Database, batchNo: number): number {
  const orders = stage
    .prepare<[number, number], number>(`
      select count(distinct staged_problem.order_number)
      from staged_problem
      join staged_file on staged_file.file_no = staged_problem.file_no
      where staged_file.batch_no = ? and staged_problem.order_number is not null
        and not exists (
          select 1 from staged_order
          where staged_order.batch_no = ? and staged_order.order_number = staged_problem.order_number
        )`)
    .pluck()
    .get(batchNo, batchNo);
  const rows = stage
    .prepare<[number, string], number>(`
      select count(*) from (
        select distinct staged_problem.file_no, staged_problem.row_no
        from staged_problem
        join staged_file on staged_file.file_no = staged_problem.file_no
        where staged_file.batch_no = ? and staged_problem.order_number is null
          and staged_problem.code in (select value from json_each(?))
          and not exists (
            select 1 from staged_problem as named
            where named.file_no = staged_problem.file_no and named.row_no = staged_problem.row_no
              and named.order_number is not null
          )
      )`)
    .pluck()
    .get(batchNo, JSON.stringify(stoppedCodes));
  return (orders ?? 0) + (rows ?? 0);
}

/** Whose all orders of a check are: of the single ones too, where there are any. */
export type PeoplePlan = {
  readonly customers: CustomerPlan;
  /** By batch, where all orders stay as they are. */
  readonly known?: ReadonlyMap<number, KnownPeople>;
} & Partial<Omit<SinglesPlan, 'customers'>>;

interface People {
  readonly new: number;
  readonly matched: number;
  readonly likely: number;
  readonly ordersWithoutBuyer: number;
}

/** Whose orders a batch has, once the plan is carried out. `counted`: new customers an earlier batch has reported already. */
function peopleOf(desk: Desk, batchNo: number, plan: PeoplePlan, counted: Set<number>): People {
  const { customers, people: fresh, eachOwner } = plan;
  const stored = desk.ledger
    .prepare<[number], number | null>('select customer_id from shop_order where order_id = ?')
    .pluck();
  const likely = new Set(
    desk.planning
      .prepare<[], number>("select customer_id from plan_customer where action = 'new' and certainty = 'likely'")
      .pluck()
      .all(),
  );
  const orders = desk.planning
    .prepare<[number], { orderId: number; action: string }>(
      'select order_id as orderId, action from plan_key where batch_no = ?',
    )
    .all(batchNo);
  const seen = new Set<number>();
  let ordersWithoutBuyer = 0;
  for (const { orderId, action } of orders) {
    const customer = customers.owners.get(orderId) ?? (action === 'same' ? (stored.get(orderId) ?? null) : null);
    if (customer === null) ordersWithoutBuyer += 1;
    else seen.add(customer);
  }
  eachOwner?.((batch, customer) => {
    if (batch !== batchNo) return;
    if (customer === 0) ordersWithoutBuyer += 1;
    else seen.add(customer);
  });
  const isFresh = (customer: number): boolean =>
    fresh !== undefined && customer >= fresh.first && customer < fresh.first + fresh.count;
  const added = [...seen].filter(
    (customer) => (isFresh(customer) || customers.newCustomers.has(customer)) && !counted.has(customer),
  );
  for (const customer of added) counted.add(customer);
  return {
    new: added.length,
    matched: seen.size - added.length,
    likely: added.filter(
      (customer) => likely.has(customer) || (isFresh(customer) && fresh?.likely[customer - fresh.first] === 1),
    ).length,
    ordersWithoutBuyer,
  };
}

interface ProblemsOfBatch {
  readonly problemCounts: Record<string, number>;
  readonly problems: readonly ReportProblem[];
}

function problemsOf(stage: Database, batchNo: number): ProblemsOfBatch {
  const counts = stage
    .prepare<[number], { code: RowProblemCode; count: number }>(
      'select code, count(*) as count from staged_problem join staged_file on staged_file.file_no = staged_problem.file_no where batch_no = ? group by code order by code',
    )
    .all(batchNo);
  const problemCounts = Object.fromEntries(counts.map(({ code, count }) => [code, count]));
  return { problemCounts, problems: placesShown(stage, batchNo, counts) };
}

interface Shown extends ReportProblem {
  readonly fileNo: number;
}

/** The first places, as they stand in the files; and of every kind at least some: that a file breaks off stands at its very end. */
function placesShown(
  stage: Database,
  batchNo: number,
  kinds: readonly { readonly code: RowProblemCode }[],
): readonly ReportProblem[] {
  const ask = stage.prepare<[number, string, number], Shown>(
    `select staged_file.file_no as fileNo, code, name as file, row_no as line, column_name as "column", found
     from staged_problem join staged_file on staged_file.file_no = staged_problem.file_no
     where batch_no = ? and code like ? order by staged_file.file_no, row_no, problem_no limit ?`,
  );
  const first = ask.all(batchNo, '%', PROBLEMS_SHOWN);
  const seen = new Set(first.map(({ code }) => code));
  const others = kinds.flatMap(({ code }) => (seen.has(code) ? [] : ask.all(batchNo, code, OF_LATE_KIND_SHOWN)));
  return [...first.slice(0, PROBLEMS_SHOWN - others.length), ...others]
    .sort((a, b) => a.fileNo - b.fileNo || a.line - b.line)
    .map(({ code, file, line, column, found }) => ({ code, file, line, column, found }));
}

function claimsOf(stage: Database, batchNo: number): Pick<BatchReport, 'claims'> {
  const claims = stage
    .prepare<[number, number], Claim>(
      `select name as file, row_no as line, kind, column_name as "column", said, found
       from staged_claim join staged_file on staged_file.file_no = staged_claim.file_no
       where batch_no = ? order by staged_file.file_no, row_no, staged_claim.rowid limit ?`,
    )
    .all(batchNo, CLAIMS_SHOWN);
  return claims.length === 0 ? {} : { claims };
}

/** What the owner's own columns fill. A table of several shops tells of it once, with the first of them. */
function ownOf({ ledger, planning }: Desk, batchNo: number): Pick<BatchReport, 'own'> {
  const name = ledger
    .prepare<[string], string>("select content ->> '$.name' from custom_field where 'field:' || field_id = ?")
    .pluck();
  const own = planning
    .prepare<[number], { fills: string; rows: number }>(
      `select fills, count(distinct source_no || ' ' || row_no) as "rows"
       from staged_word join (select source_no, min(batch_no) as first_batch from staged_file group by source_no) using (source_no)
       where first_batch = ? group by fills order by fills`,
    )
    .all(batchNo);
  if (own.length === 0) return {};
  return {
    own: own.map(({ fills, rows }) => ({
      fills: ownTargetSchema.parse(fills),
      name: fills === 'tags' ? null : (name.get(fills) ?? null),
      values: rows,
    })),
  };
}

/** Writes each batch's report into the stage and answers them all. */
export function reportBatches(desk: Desk, tallies: Tallies, people: PeoplePlan): readonly BatchReport[] {
  const stage = desk.planning;
  const batches = stage
    .prepare<[], StagedBatch>(
      'select batch_no as batchNo, named as shop, marketplace, currency, profile from staged_batch order by batch_no',
    )
    .all();
  const files = stage.prepare<[number], { name: string; encoding: string | null; rows: number }>(
    'select name, encoding, row_count as rows from staged_file where batch_no = ? order by file_no',
  );
  const fixes = stage
    .prepare<[number], number>(
      'select count(*) from staged_fix join staged_file on staged_file.file_no = staged_fix.file_no where batch_no = ?',
    )
    .pluck();
  const save = stage.prepare('update staged_batch set report = ? where batch_no = ?');
  const counted = new Set<number>();
  return batches.map(({ batchNo, shop, marketplace, currency, profile }) => {
    const tally = tallies.of(batchNo);
    const fixed = fixes.get(batchNo) ?? 0;
    const known = people.known?.get(batchNo);
    const { ordersWithoutBuyer, ...found } =
      known === undefined ? peopleOf(desk, batchNo, people, counted) : { new: 0, likely: 0, ...known };
    const report = batchReportSchema.parse({
      id: null,
      shop,
      marketplace,
      profile,
      files: files.all(batchNo),
      orders: { new: tally.new, changed: tally.changed, same: tally.same, skipped: skippedOf(stage, batchNo) },
      lines: tally.lines,
      customers: found,
      ordersWithoutBuyer,
      ...(tally.unknownMoney > 0 ? { ordersWithoutMoney: tally.unknownMoney } : {}),
      currency,
      ...moneyOfTally(tally),
      status: tally.status,
      ...problemsOf(stage, batchNo),
      ...claimsOf(stage, batchNo),
      ...(fixed > 0 ? { cellsFixed: fixed } : {}),
      ...ownOf(desk, batchNo),
    });
    save.run(JSON.stringify(report), batchNo);
    return report;
  });
}
