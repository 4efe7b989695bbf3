/** Where the customer list was left: which list, scrolled to where, on which row, and who is selected. Coming back, it stands there again. */

import { create } from 'zustand';
import { type Chosen, nothingChosen } from '../parts/chosen.ts';
import { type CustomerView, firstView, queryOfView } from './customer-filter.ts';

interface ListPlace {
  /** The address of the list, its order included; '' for the first view. */
  readonly query: string;
  /** The row at the top, with its fraction. */
  readonly topRow: number;
  /** The row the keyboard is on; -1: on none. */
  readonly here: number;
  /** Who is selected, and in which list, whatever its order. */
  readonly picked: { readonly list: string; readonly chosen: Chosen } | null;
}

const nowhere: ListPlace = { query: '', topRow: 0, here: -1, picked: null };

export const useListPlace = create<ListPlace>(() => nowhere);

/** The same for every order of a list. */
export function listOf({ filter }: CustomerView): string {
  return queryOfView({ filter, sort: firstView.sort });
}

/** null: the list was not this one. */
export function placeIn(view: CustomerView): Pick<ListPlace, 'topRow' | 'here'> | null {
  const { query, topRow, here } = useListPlace.getState();
  return query === queryOfView(view) ? { topRow, here } : null;
}

export function keepPlace(view: CustomerView, place: Partial<Pick<ListPlace, 'topRow' | 'here'>>): void {
  const query = queryOfView(view);
  useListPlace.setState((kept) => ({
    ...(kept.query === query ? kept : { ...nowhere, picked: kept.picked }),
    query,
    ...place,
  }));
}

export function chosenIn(view: CustomerView, { picked }: Pick<ListPlace, 'picked'>): Chosen {
  return picked !== null && picked.list === listOf(view) ? picked.chosen : nothingChosen;
}

export function choose(view: CustomerView, chosen: Chosen): void {
  useListPlace.setState({ picked: { list: listOf(view), chosen } });
}

export function forgetPlace(): void {
  useListPlace.setState(nowhere);
}
