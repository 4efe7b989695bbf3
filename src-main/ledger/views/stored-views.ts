/** Saved views as they stand in the ledger. */

import { eq } from 'drizzle-orm';
import { type ViewContent, viewContentSchema } from '../../../src-shared/contract/views.ts';
import { savedView, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredView {
  readonly view: number;
  readonly content: ViewContent;
}

export function viewContentIn(json: string): ViewContent {
  return viewContentSchema.parse(JSON.parse(json));
}

/** In the order they were made. */
export function storedViews(reading: Reading): StoredView[] {
  return tablesOf(reading)
    .select()
    .from(savedView)
    .orderBy(savedView.viewId)
    .all()
    .map(({ viewId, content }) => ({ view: viewId, content: viewContentIn(content) }));
}

/** Puts a view to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeView(
  writing: Writing,
  view: number,
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(savedView).where(eq(savedView.viewId, view)).run();
  if (stands === null) return;
  tables.insert(savedView).values({ viewId: view, content: stands.content, editId: stands.edit }).run();
}
