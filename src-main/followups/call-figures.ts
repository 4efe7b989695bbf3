/** What came of the calls that were made, by the hour and by the script. */

import type { CallCount } from '../../src-shared/contract/call-figures.ts';
import type { ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import { addDays } from '../../src-shared/day.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import callsMade from './calls-made.sql?raw';

/** So many days are looked back without another word, today among them. */
const usualDays = 90;
/** An order until so many days after a call is told with it. */
export const orderDays = 14;
/** Of fewer calls no share is told. */
export const fewestCalls = 3;

interface Row extends Omit<CallCount, 'share'> {
  readonly hour: number;
  readonly rule: number | null;
  readonly name: string | null;
  readonly isGone: number;
}

function sumOf(rows: readonly Row[]): CallCount {
  const sum = (of: (row: Row) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const calls = sum((row) => row.calls);
  const reached = sum((row) => row.reached);
  return {
    calls,
    reached,
    share: calls < fewestCalls ? null : reached / calls,
    willBuy: sum((row) => row.willBuy),
    ordered: sum((row) => row.ordered),
    waiting: sum((row) => row.waiting),
  };
}

export function callFigures(
  reading: Reading,
  { basis: { on, excluded }, from = addDays(on, 1 - usualDays) }: ParsedParamsOf<'followUps.callFigures'>,
): ResultOf<'followUps.callFigures'> {
  const rows = reading.connection
    .prepare<[object], Row>(keptSql(reading, callsMade, excluded))
    .all({ from, to: on, window: orderDays });
  const hours = [...Map.groupBy(rows, ({ hour }) => hour)].map(([hour, same]) => ({ hour, ...sumOf(same) }));
  const scripts = [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, same]) => ({
    rule,
    name: same[0]?.name ?? null,
    isGone: same[0]?.isGone === 1,
    ...sumOf(same),
  }));
  return {
    from,
    to: on,
    total: sumOf(rows),
    hours,
    scripts: scripts.sort((a, b) => b.calls - a.calls || (a.rule ?? 0) - (b.rule ?? 0)),
  };
}
