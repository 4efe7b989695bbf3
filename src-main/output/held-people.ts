/** Who of a customer list is held back from being contacted, and why; and how the others can be reached. */

import type { ResultOf } from '../../src-shared/contract/index.ts';
import type { ListRequest } from '../../src-shared/contract/lists.ts';
import { guardOf } from '../followups/guard/held-back.ts';
import { countReaches } from '../followups/reach.ts';
import { customerView } from '../ledger/customer-filter.ts';
import { customerIds, scoresFor } from '../ledger/customers.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';

/** The first `limit` people of the list are looked at. */
export function heldPeople(
  reading: Reading,
  request: Pick<ListRequest, 'filter' | 'basis' | 'sort'> & { readonly limit: number },
  scoresOf: ScoresOf,
): ResultOf<'lists.held'> {
  const scores = scoresFor(reading, request, scoresOf);
  const { places } = customerView(reading, scores, request.filter, request.sort);
  const guard = guardOf(reading, { on: request.basis.on });
  const nameOf = reading.connection
    .prepare<[number], string>('select coalesce(display_name, name) from customer where customer_id = ?')
    .pluck();
  const looked = places.subarray(0, request.limit);
  const free: number[] = [];
  const held = [...customerIds(scores, looked)].flatMap((customer) => {
    const why = guard(customer);
    if (why.length === 0) free.push(customer);
    return why.length === 0 ? [] : [{ customer, name: nameOf.get(customer) ?? '', held: [...why] }];
  });
  return { total: places.length, looked: looked.length, reach: countReaches(reading, free), held };
}
