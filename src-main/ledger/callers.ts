/** Who it may be that calls, by the last digits of the number. */

import type { Caller } from '../../src-shared/contract/callers.ts';
import { maskPhone } from '../../src-shared/phone.ts';
import { keptSql, leavesOut } from './exclusions/kept-orders.ts';
import { lookUpText } from './search/matching.ts';
import { personsOf } from './search/persons.ts';
import { digitRuns } from './search/words.ts';
import type { Reading } from './transaction.ts';

interface Facts extends Omit<Caller, 'customer' | 'phone' | 'orders'> {
  readonly orders: number | null;
}

const known = 'coalesce(display_name, name) as name, certainty, coalesce(city, province) as place';

/** What is said of a caller; orders that a rule excludes are none. */
function factsOf(reading: Reading, excluded: boolean): (customer: number) => Facts | undefined {
  const sql = leavesOut(reading, excluded)
    ? keptSql(
        reading,
        `select ${known}, sum(counts) as orders, max(iif(counts = 1, ordered_on, null)) as lastDay
         from customer left join shop_order using (customer_id) where customer_id = ? group by customer_id`,
        excluded,
      )
    : `select ${known}, sum(counted) as orders, max(last_day) as lastDay
       from customer left join customer_total using (customer_id) where customer_id = ? group by customer_id`;
  const row = reading.connection.prepare<[number], Facts>(sql);
  return (customer) => row.get(customer);
}

/** The number that ends with the digits; of a masked one its end is known alone. */
function numberEnding(phones: readonly string[], digits: string): string | undefined {
  return phones.find((phone) => digitRuns(phone).at(-1)?.endsWith(digits) === true);
}

export function callersBy(
  reading: Reading,
  { digits, limit, excluded }: { readonly digits: string; readonly limit: number; readonly excluded: boolean },
): { callers: Caller[]; more: number } {
  const ids = new Set<number>();
  lookUpText(reading, digits, -1, (found) => {
    for (const id of found) ids.add(id);
  });
  const facts = factsOf(reading, excluded);
  const callers = personsOf(
    reading,
    [...ids].sort((a, b) => a - b),
  ).flatMap(({ id, phones }): Caller[] => {
    const phone = numberEnding(phones, digits);
    const found = phone === undefined ? undefined : facts(id);
    if (phone === undefined || found === undefined) return [];
    return [{ customer: id, ...found, phone: maskPhone(phone), orders: found.orders ?? 0 }];
  });
  callers.sort(
    (a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? '') || b.orders - a.orders || a.customer - b.customer,
  );
  return { callers: callers.slice(0, limit), more: Math.max(0, callers.length - limit) };
}
