/** What a customer's profile says at a glance, as plain values. Pure; what the data cannot say is null. */

import type { AccountRow, CustomerProfile } from '../../../src-shared/contract/customers.ts';
import { lateDays } from '../../../src-shared/rhythm.ts';

export interface Facts {
  /** See `lateDays`. */
  readonly lateDays: number | null;
  readonly refundTimes: number;
  readonly orders: number;
}

export function factsOf({ customer, rhythmDays, account, totals }: CustomerProfile): Facts {
  return {
    lateDays: lateDays(customer.recencyDays, rhythmDays),
    refundTimes: account.filter((row) => row.kind === 'refund').length,
    orders: totals.orders,
  };
}

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

/** What a likely person was matched by. */
export interface Match {
  readonly by: 'surname' | 'phone' | 'address' | 'buyer' | 'region';
  readonly text: string;
}

/** A likely key read back: surname, visible digits and region; or surname, address and masked nick. The owner's mark of a split is left out. */
export function matchesOf(key: string): readonly Match[] {
  const [surname = '', second = '', third = ''] = key.split(' | ');
  const hasPhone = /^[\d*-]+$/.test(second) && second.includes('*');
  const matches: readonly Match[] = hasPhone
    ? [
        { by: 'surname', text: surname },
        { by: 'phone', text: second },
        { by: 'region', text: third },
      ]
    : [
        { by: 'surname', text: surname },
        { by: 'address', text: second },
        { by: 'buyer', text: third.slice(third.indexOf(':') + 1) },
      ];
  return matches.filter(({ text }) => text !== '');
}
