/** Counts what a plan does to the orders of each batch while they are folded. Between `plan-orders` and the report. */

import type { Database } from 'better-sqlite3';
import { type Minor, sumKnown } from '../../src-shared/money.ts';
import type { FoldedOrder, OrderStatus } from '../../src-shared/order.ts';
import type { OrderWatcher } from './plan-orders.ts';

export interface Tally {
  new: number;
  changed: number;
  same: number;
  lines: number;
  paidMinor: Minor | null;
  refundMinor: Minor | null;
  netMinor: Minor | null;
  /** Orders of which no file says what was paid. */
  unknownMoney: number;
  readonly status: Record<OrderStatus, number>;
}

/** The batch's money. That unpaid orders paid nothing is no knowledge of money when nothing is known of the others. */
export function moneyOfTally(tally: Tally): Pick<Tally, 'paidMinor' | 'refundMinor' | 'netMinor'> {
  const { paidMinor, refundMinor, netMinor, unknownMoney } = tally;
  return paidMinor === 0 && unknownMoney > 0
    ? { paidMinor: null, refundMinor, netMinor: null }
    : { paidMinor, refundMinor, netMinor };
}

/** What many orders of one status come to. */
export interface TallyOfMany extends Pick<Tally, 'paidMinor' | 'refundMinor' | 'netMinor' | 'unknownMoney'> {
  readonly orders: number;
  readonly lines: number;
}

export interface Tallies extends OrderWatcher {
  of(batchNo: number): Tally;
  addMany(batchNo: number, action: 'new' | 'same', status: OrderStatus, many: TallyOfMany): void;
}

function emptyTally(): Tally {
  return {
    new: 0,
    changed: 0,
    same: 0,
    lines: 0,
    paidMinor: null,
    refundMinor: null,
    netMinor: null,
    unknownMoney: 0,
    status: { unpaid: 0, paid: 0, shipped: 0, completed: 0, closed: 0, partiallyRefunded: 0, refunded: 0 },
  };
}

function count(tally: Tally, folded: FoldedOrder): void {
  tally.lines += folded.lines.length;
  tally.status[folded.status] += 1;
  if (folded.paidMinor === null) tally.unknownMoney += 1;
  tally.paidMinor = sumKnown([tally.paidMinor, folded.paidMinor]);
  tally.refundMinor = sumKnown([tally.refundMinor, folded.refundMinor]);
  tally.netMinor = sumKnown([tally.netMinor, folded.netMinor]);
}

/** Watches a plan being made; problems found on the way are written into the stage. */
export function batchTallies(stage: Database): Tallies {
  const tallies = new Map<number, Tally>();
  const addProblem = stage.prepare(
    'insert into staged_problem (file_no, row_no, code, column_name, found, order_number, planned) values (?, ?, ?, ?, ?, null, 1)',
  );
  const of = (batchNo: number): Tally => {
    const tally = tallies.get(batchNo) ?? emptyTally();
    tallies.set(batchNo, tally);
    return tally;
  };
  return {
    of,
    order({ batchNo }, folded, action) {
      if (batchNo === null || folded === null) return;
      const tally = of(batchNo);
      if (action !== 'gone') tally[action] += 1;
      count(tally, folded);
    },
    addMany(batchNo, action, status, many) {
      const tally = of(batchNo);
      tally[action] += many.orders;
      tally.lines += many.lines;
      tally.status[status] += many.orders;
      tally.unknownMoney += many.unknownMoney;
      for (const name of ['paidMinor', 'refundMinor', 'netMinor'] as const)
        tally[name] = sumKnown([tally[name], many[name]]);
    },
    problem(file, { row, code, column, found }) {
      addProblem.run(file, row, code, column, found);
    },
  };
}
