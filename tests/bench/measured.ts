/** What one run of one case found, and where it works. Each case runs in a process of its own, so its peak memory is its own. */

import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
  /** Peak of the process that did the work. */
  readonly rssMb: number;
  /** Cases that do the same work must say the same here. */
  readonly content?: string;
  readonly detail?: Readonly<Record<string, number | string>>;
}

export interface Place {
  /** Orders in the large file. */
  readonly size: number;
  /** Where the files are kept between runs. */
  readonly data: string;
  /** Thrown away at the end of a run. */
  readonly scratch: string;
  /** The built worker, and another build of it to compare with. */
  readonly worker: string;
  readonly otherWorker: string | null;
  /** Where DuckDB's package is, when it was fetched. */
  readonly duckdb: string | null;
}

/**
 * Waits until the disk has all that was written before: copies of large ledgers are no part of what is measured next, which waits for the
 * disk itself. Where there is no such command nothing is done.
 */
export function settleDisk(): void {
  spawnSync('sync');
}

/** A ledger that holds the file of so many orders: left by the first import of a run. */
export const bookFolder = ({ scratch }: Place, orders: number): string => `${scratch}/book-${orders}`;
export const listPath = ({ data }: Place, orders: number): string => `${data}/orders-${orders}.csv`;
export const laterPath = ({ data }: Place, known: number): string => `${data}/again-${known}.csv`;
export const nextDaysPath = ({ data }: Place, known: number): string => `${data}/next-days-${known}.csv`;
export const workbookPath = ({ data }: Place, orders: number): string => `${data}/orders-${orders}.xlsx`;
export const workbookRows = (size: number): number => Math.min(size, 100_000);
export const LATER_ORDERS = 10_000;
/** A hundredth of three years is what comes in a few days, of a large shop as of a small one. */
export const nextDaysOrders = (size: number): number => Math.round(size / 100);
export const smallerSize = (size: number): number => Math.round(size / 10);

/** Measures work in this process; `prepare` is done before and does not count. */
export async function measured<Result>(
  work: () => Result | Promise<Result>,
  tell: (result: Result) => Pick<Measured, 'content' | 'detail'> = () => ({}),
): Promise<Measured> {
  const [cpu, from] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, rssMb: process.resourceUsage().maxRSS / 1024, ...tell(result) };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
