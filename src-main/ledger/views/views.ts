/** Acts upon saved views: make, change, rename, remove. Each goes through the journal, so that it can be taken back. */

import type { ParsedParamsOf } from '../../../src-shared/contract/index.ts';
import { type SavedView, type ViewContent, viewContentSchema } from '../../../src-shared/contract/views.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import type { Reading, Writing } from '../transaction.ts';
import { storedViews, storeView } from './stored-views.ts';

export function listViews(reading: Reading): { views: SavedView[] } {
  return { views: storedViews(reading).map(({ view, content }) => ({ view, ...content })) };
}

interface Turn {
  readonly view: number;
  readonly before: ViewContent | null;
  readonly after: ViewContent | null;
}

function turn(writing: Writing, record: Recorder, { view, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'saved_view',
    rowKey: { savedView: view },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeView(writing, view, json === null ? null : { content: json, edit });
  return edit;
}

function standing(reading: Reading, view: number): ViewContent {
  const found = storedViews(reading).find((one) => one.view === view);
  if (found === undefined) throw new Problem('view-unknown', { view: String(view) });
  return found.content;
}

/** Throws `view-unknown`, `view-exists`. */
export function saveView(
  ledger: Reading,
  { view: asked, ...content }: ParsedParamsOf<'views.save'>,
  act: Act,
): { edit: number; view: number } {
  return write(ledger, act, (writing, record) => {
    const before = asked === null ? null : standing(writing, asked);
    const other = storedViews(writing).find((one) => one.content.name === content.name);
    if (other !== undefined && other.view !== asked) throw new Problem('view-exists', { view: content.name });
    const view = asked ?? nextNumber(writing, 'saved_view', 'savedView');
    return { edit: turn(writing, record, { view, before, after: viewContentSchema.parse(content) }), view };
  });
}

/** Throws `view-unknown`. */
export function removeView(ledger: Reading, view: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { view, before: standing(writing, view), after: null }),
  }));
}
