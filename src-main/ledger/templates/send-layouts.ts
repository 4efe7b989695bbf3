/** Layouts of send lists as they stand in the ledger; each change goes through the journal. */

import { eq } from 'drizzle-orm';
import { type LayoutContent, layoutContentSchema } from '../../../src-shared/contract/send-lists.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { sendLayout, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredLayout {
  readonly layout: number;
  readonly content: LayoutContent;
}

/** In the order they were made. */
export function sendLayouts(reading: Reading): StoredLayout[] {
  return tablesOf(reading)
    .select()
    .from(sendLayout)
    .orderBy(sendLayout.layoutId)
    .all()
    .map(({ layoutId, content }) => ({ layout: layoutId, content: layoutContentSchema.parse(JSON.parse(content)) }));
}

/** Puts a layout to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeSendLayout(
  writing: Writing,
  layout: number,
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(sendLayout).where(eq(sendLayout.layoutId, layout)).run();
  if (stands === null) return;
  tables.insert(sendLayout).values({ layoutId: layout, content: stands.content, editId: stands.edit }).run();
}

function turn(
  writing: Writing,
  record: Recorder,
  layout: number,
  { before, after }: { readonly before: LayoutContent | null; readonly after: LayoutContent | null },
): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'send_layout',
    rowKey: { layout },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeSendLayout(writing, layout, json === null ? null : { content: json, edit });
  return edit;
}

function knownLayout(reading: Reading, layout: number): LayoutContent {
  const found = sendLayouts(reading).find((one) => one.layout === layout);
  if (found === undefined) throw new Problem('layout-unknown', { layout: String(layout) });
  return found.content;
}

/** null: a new one. Throws `layout-unknown`. */
export function saveSendLayout(
  ledger: Reading,
  { layout: given, content }: { readonly layout: number | null; readonly content: LayoutContent },
  act: Act,
): { edit: number; layout: number } {
  return write(ledger, act, (writing, record) => {
    const before = given === null ? null : knownLayout(writing, given);
    const layout = given ?? nextNumber(writing, 'send_layout', 'layout');
    return { edit: turn(writing, record, layout, { before, after: content }), layout };
  });
}

/** Throws `layout-unknown`. */
export function removeSendLayout(ledger: Reading, layout: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, layout, { before: knownLayout(writing, layout), after: null }),
  }));
}
