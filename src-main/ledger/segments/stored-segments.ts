/** Segments as they stand in the ledger. */

import { eq } from 'drizzle-orm';
import { type SegmentContent, segmentContentSchema } from '../../../src-shared/contract/segments.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { segment, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredSegment {
  readonly segment: number;
  readonly content: SegmentContent;
  readonly edit: number;
}

export function contentIn(json: string): SegmentContent {
  return segmentContentSchema.parse(JSON.parse(json));
}

/** In the order they were made. */
export function storedSegments(reading: Reading): StoredSegment[] {
  return tablesOf(reading)
    .select()
    .from(segment)
    .orderBy(segment.segmentId)
    .all()
    .map(({ segmentId, content, editId }) => ({ segment: segmentId, content: contentIn(content), edit: editId }));
}

/** Throws `segment-unknown`. */
export function segmentContent(reading: Reading, id: number): SegmentContent {
  const found = tablesOf(reading).select().from(segment).where(eq(segment.segmentId, id)).get();
  if (found === undefined) throw new Problem('segment-unknown', { segment: String(id) });
  return contentIn(found.content);
}

/** Puts a segment to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeSegment(writing: Writing, id: number, stands: { content: string; edit: number } | null): void {
  const tables = tablesOf(writing);
  tables.delete(segment).where(eq(segment.segmentId, id)).run();
  if (stands === null) return;
  tables.insert(segment).values({ segmentId: id, content: stands.content, editId: stands.edit }).run();
}
