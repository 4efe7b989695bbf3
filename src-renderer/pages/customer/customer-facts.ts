/** What a customer's profile says at a glance, as plain values. Pure; what the data cannot say is null. */

import type { AccountRow, CustomerProfile } from '../../../src-shared/contract/customers.ts';

export interface Facts {
  /** Days beyond the usual gap; 0 or less: still within it. null: no usual gap, or never bought. */
  readonly lateDays: number | null;
  readonly refundTimes: number;
  readonly orders: number;
}

export function factsOf({ customer, rhythmDays, account, totals }: CustomerProfile): Facts {
  const since = customer.recencyDays;
  return {
    lateDays: since === null || rhythmDays === null ? null : Math.round(since - rhythmDays),
    refundTimes: account.filter((row) => row.kind === 'refund').length,
    orders: totals.orders,
  };
}

/** A habit is said from three times on. */
export const fewestTimes = 3;

export type AccountPart = 'all' | 'order' | 'refund';

export function accountRows(rows: readonly AccountRow[], part: AccountPart): readonly AccountRow[] {
  return part === 'all' ? rows : rows.filter((row) => row.kind === part);
}

/** An account row's name: an order and its refund share the order. */
export function rowKey(row: AccountRow): string {
  return `${row.order}/${row.kind}`;
}

/** Province and city; a municipality, whose city has its name, is said once. '' when no file says. */
export function regionOf({ province, city }: Pick<CustomerProfile['customer'], 'province' | 'city'>): string {
  const parts = [province, city].filter((part) => part !== null && part !== '');
  return [...new Set(parts)].join(' ');
}
