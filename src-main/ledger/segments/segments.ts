/** Acts upon segments: each goes through the journal, so that it can be taken back, and makes a version. */

import { conditionsIn, type FilterNode } from '../../../src-shared/contract/filters.ts';
import { type Segment, type SegmentContent, segmentContentSchema } from '../../../src-shared/contract/segments.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { filteredIds } from '../filter/filtered-customers.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import type { Reading, Writing } from '../transaction.ts';
import { plainFilter } from './plain-filter.ts';
import { contentIn, segmentContent, storedSegments, storeSegment } from './stored-segments.ts';

const keyOf = (segment: number): string => JSON.stringify({ segment });

/** All of them, each with the number of its version: what was taken back does not count. */
export function listSegments(reading: Reading): { segments: Segment[] } {
  const version = reading.connection
    .prepare<[string, number], number>(
      `select count(*) from journal
       where table_name = 'segment' and row_key = ? and edit_id <= ? and after is not null and undone_at is null`,
    )
    .pluck();
  return {
    segments: storedSegments(reading).map(({ segment, content, edit }) => ({
      ...content,
      segment,
      version: version.get(keyOf(segment), edit) ?? 1,
    })),
  };
}

export interface SegmentVersion {
  readonly edit: number;
  readonly at: string;
  readonly reason: string;
  readonly undone: boolean;
  readonly content: SegmentContent | null;
}

/** Everything a segment ever said, newest first. Throws `segment-unknown` for one there never was. */
export function segmentVersions({ connection }: Reading, segment: number): { versions: SegmentVersion[] } {
  const rows = connection
    .prepare<[string], { edit: number; at: string; reason: string; after: string | null; undone: number }>(
      `select edit_id as edit, edited_at as at, reason, after, undone_at is not null as undone
       from journal where table_name = 'segment' and row_key = ? order by edit_id desc`,
    )
    .all(keyOf(segment));
  if (rows.length === 0) throw new Problem('segment-unknown', { segment: String(segment) });
  return {
    versions: rows.map(({ after, undone, ...row }) => ({
      ...row,
      undone: undone === 1,
      content: after === null ? null : contentIn(after),
    })),
  };
}

interface Turn {
  readonly segment: number;
  readonly before: SegmentContent | null;
  readonly after: SegmentContent | null;
}

function turn(writing: Writing, record: Recorder, { segment, before, after }: Turn): number {
  const json = after === null ? null : JSON.stringify(segmentContentSchema.parse(after));
  const edit = record({
    table: 'segment',
    rowKey: { segment },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeSegment(writing, segment, json === null ? null : { content: json, edit });
  return edit;
}

export interface SegmentAsked {
  /** null: a new one. */
  readonly segment: number | null;
  readonly name: string;
  readonly where: FilterNode;
  /** Fixed to the people who meet it on the ground of these scores; null: dynamic, or fixed as before where the filter stays. */
  readonly fixOn: ((reading: Reading) => CustomerScores) | null;
}

/** Throws `segment-unknown`, and `segment-of-itself` where the filter comes back to this segment. */
export function saveSegment(ledger: Reading, asked: SegmentAsked, act: Act): { edit: number; segment: number } {
  return write(ledger, act, (writing, record) => {
    const { name, where, fixOn } = asked;
    const segment = asked.segment ?? nextNumber(writing, 'segment', 'segment');
    const before = asked.segment === null ? null : segmentContent(writing, segment);
    plainFilter(writing, where, [segment]);
    const isSame = before !== null && JSON.stringify(before.where) === JSON.stringify(where);
    const kept = isSame ? before.fixed : null;
    const fixed = fixOn === null ? kept : fixedPeople(writing, { segment, where, scores: fixOn(writing) });
    return { edit: turn(writing, record, { segment, before, after: { name, where, fixed } }), segment };
  });
}

/** Throws `segment-unknown`. */
export function renameSegment(
  ledger: Reading,
  { segment, name }: { readonly segment: number; readonly name: string },
  act: Act,
): { edit: number } {
  return write(ledger, act, (writing, record) => {
    const before = segmentContent(writing, segment);
    return { edit: turn(writing, record, { segment, before, after: { ...before, name } }) };
  });
}

/** Throws `segment-unknown`, and `segment-in-use` while another segment is described by it. */
export function removeSegment(ledger: Reading, segment: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => {
    const before = segmentContent(writing, segment);
    const user = storedSegments(writing).find(({ content }) =>
      conditionsIn(content.where).some((condition) => condition.field === 'segment' && condition.in.includes(segment)),
    );
    if (user !== undefined) throw new Problem('segment-in-use', { segment: before.name, by: user.content.name });
    return { edit: turn(writing, record, { segment, before, after: null }) };
  });
}

interface Fixing {
  readonly segment: number;
  readonly where: FilterNode;
  readonly scores: CustomerScores;
}

/** Writes down who meets the filter now. */
function fixedPeople(writing: Writing, { segment, where, scores }: Fixing) {
  const ids = filteredIds(writing, scores, where);
  const { connection } = writing;
  const last = connection.prepare<[], number | null>('select max(freeze_id) from segment_freeze').pluck().get();
  const freeze = (last ?? 0) + 1;
  connection.prepare('insert into segment_freeze (freeze_id, segment_id) values (?, ?)').run(freeze, segment);
  connection
    .prepare(
      `insert into segment_member (freeze_id, kind, value)
       select ?, anchor_kind, anchor_value from customer where customer_id in (select value from json_each(?))`,
    )
    .run(freeze, JSON.stringify(ids));
  return { freeze, on: scores.on, customers: ids.length };
}

/**
 * Fixes the people who meet the filter on the ground of the scores; fixed already: anew, of those who meet it now. They hang on the identity
 * each is known by best. Throws `segment-unknown`.
 */
export function freezeSegment(
  ledger: Reading,
  segment: number,
  scoresOf: (reading: Reading) => CustomerScores,
  act: Act,
): { edit: number; customers: number } {
  return write(ledger, act, (writing, record) => {
    const before = segmentContent(writing, segment);
    const fixed = fixedPeople(writing, { segment, where: before.where, scores: scoresOf(writing) });
    const { customers } = fixed;
    return { edit: turn(writing, record, { segment, before, after: { ...before, fixed } }), customers };
  });
}

/** Dynamic again. Throws `segment-unknown`. */
export function thawSegment(ledger: Reading, segment: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => {
    const before = segmentContent(writing, segment);
    return { edit: turn(writing, record, { segment, before, after: { ...before, fixed: null } }) };
  });
}
