/** Which saved view the list of customers is looked at through, as its address says; and columns changed since, not kept yet. */

import { create } from 'zustand';
import type { SavedView } from '../../src-shared/contract/views.ts';
import type { ColumnName } from './columns.ts';
import { type CustomerView, queryOfView } from './customer-filter.ts';

/** null: through none. */
export function savedOf(query: string): number | null {
  const text = new URLSearchParams(query).get('saved') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The address of a list, without '?', looked at through a view. */
export function queryThrough(saved: number | null, view: CustomerView): string {
  const query = queryOfView(view);
  if (saved === null) return query;
  return query === '' ? `saved=${saved}` : `saved=${saved}&${query}`;
}

/** Its list, as it was kept. */
export function addressOfSaved(saved: SavedView): string {
  return `/customers?${queryThrough(saved.view, saved)}`;
}

interface DraftColumns {
  readonly of: number | null;
  readonly columns: readonly ColumnName[];
}

/** Goes with the view it was made in. */
export const useDraftColumns = create<DraftColumns>(() => ({ of: null, columns: [] }));

export function draftColumns(of: number, columns: readonly ColumnName[]): void {
  useDraftColumns.setState({ of, columns });
}

export function dropDraft(): void {
  useDraftColumns.setState({ of: null, columns: [] });
}
