/** A filter with its segments replaced by what they say (a filter of their own, or people fixed once), and its tags by the marks they go by. */

import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { groupOf, partsOf } from '../../../src-shared/contract/filters.ts';
import type { SegmentContent } from '../../../src-shared/contract/segments.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { plainCondition } from '../fields/plain-condition.ts';
import type { PlainNode } from '../filter/filter-sql.ts';
import { heldFields } from '../tags/stored-tags.ts';
import type { Reading } from '../transaction.ts';
import { segmentContent } from './stored-segments.ts';

/** What a segment says; `within`: the segments it is asked from. */
function plainSegment(reading: Reading, { where, fixed }: SegmentContent, within: readonly number[]): PlainNode {
  return fixed === null ? replaced(reading, where, within) : { field: 'frozen', freeze: fixed.freeze };
}

function replaced(reading: Reading, node: FilterNode, within: readonly number[]): PlainNode {
  const parts = partsOf(node)?.map((part) => replaced(reading, part, within));
  switch (parts === undefined ? null : groupOf(node)) {
    case 'all':
      return { all: parts ?? [] };
    case 'any':
      return { any: parts ?? [] };
    case 'none':
      return { none: parts ?? [] };
    case null:
      break;
  }
  if ('field' in node && node.field === 'custom') return plainCondition(reading, node);
  if ('field' in node && node.field === 'tag') return { field: 'marked', fields: heldFields(reading, node.in) };
  if (!('field' in node) || node.field !== 'segment') return node as PlainNode;
  return {
    any: node.in.map((segment) => {
      if (within.includes(segment)) throw new Problem('segment-of-itself', { segment: String(segment) });
      return plainSegment(reading, segmentContent(reading, segment), [...within, segment]);
    }),
  };
}

/** Throws `segment-unknown`, and `segment-of-itself` where a segment is described by itself. `within`: segments the filter belongs to. */
export function plainFilter(reading: Reading, node: FilterNode, within: readonly number[] = []): PlainNode {
  return replaced(reading, node, within);
}
