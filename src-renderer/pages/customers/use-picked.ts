/** Which customers are selected, what they come to, and the list of just them. Nobody is loaded for it: the host adds up. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type ListedCustomer, mostPicked, type TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { useAct } from '../../link/use-call.ts';
import { type Chosen, countChosen, everythingChosen, nothingChosen, type RowKey } from '../../parts/chosen.ts';
import type { Selection } from '../../parts/virtual-table.tsx';
import type { CustomerView } from '../../state/customer-filter.ts';
import { choose, chosenIn, listOf, useListPlace } from '../../state/list-place.ts';

export interface Picked {
  readonly selection: Selection<ListedCustomer>;
  readonly chosen: Chosen;
  readonly count: number;
  /** What the list of just them says of itself; undefined when nobody is selected, and until it is known. */
  readonly answer: ResultOf<'customers.list'> | undefined;
  /** The list of just them, in the order of the whole. */
  readonly view: CustomerView;
  /** There are so few, or so few left out, that their list has an address: it can be printed. */
  readonly hasAddress: boolean;
  readonly all: () => void;
  readonly clear: () => void;
}

const idsOf = (keys: ReadonlySet<RowKey>): number[] => [...keys].map(Number);

function viewOfChosen({ filter, sort }: CustomerView, { all, keys }: Chosen): CustomerView {
  if (all) return { filter: { ...filter, ...(keys.size === 0 ? {} : { exceptIds: idsOf(keys) }) }, sort };
  return viewOfIds({ filter, sort }, idsOf(keys));
}

/** Just these customers, in the order of the list and with the figures of its shop. */
export function viewOfIds({ filter, sort }: CustomerView, ids: readonly number[]): CustomerView {
  return { filter: { ...(filter.shop === undefined ? {} : { shop: filter.shop }), ids: [...ids] }, sort };
}

/** A selection can name hundreds of thousands: its question goes by a number instead of by all of them. */
const numbers = new WeakMap<Chosen, number>();
let lastNumber = 0;
function numberOf(chosen: Chosen): number {
  const known = numbers.get(chosen);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(chosen, lastNumber);
  return lastNumber;
}

export function usePicked(view: CustomerView, basis: TierBasis, total: number): Picked {
  const connection = useConnection();
  const chosen = useListPlace((place) => chosenIn(view, place));
  const count = countChosen(chosen, total);
  const list = useMemo(() => viewOfChosen(view, chosen), [view, chosen]);
  const { act } = useAct('customers.ids');
  const { data } = useQuery({
    queryKey: ['customers.list', 'picked', listOf(view), basis, numberOf(chosen)],
    queryFn: () => connection.call('customers.list', { ...list, basis, window: { from: 0, count: 0 } }),
    enabled: count > 0,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const onChoose = useCallback((next: Chosen) => choose(view, next), [view]);
  const selection = useMemo(
    (): Selection<ListedCustomer> => ({
      keyOf: ({ id }) => id,
      chosen,
      onChoose,
      keysOf: async (from, wanted) => (await act({ ...view, basis, from, count: wanted }))?.ids ?? null,
    }),
    [chosen, onChoose, act, view, basis],
  );
  return {
    selection,
    chosen,
    count,
    // The answer to the question before is about others.
    answer: count > 0 && data?.total === count ? data : undefined,
    view: list,
    hasAddress: chosen.keys.size <= mostPicked,
    all: useCallback(() => onChoose(everythingChosen), [onChoose]),
    clear: useCallback(() => onChoose(nothingChosen), [onChoose]),
  };
}
