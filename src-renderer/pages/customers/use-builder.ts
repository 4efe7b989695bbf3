/** The conditions being written, kept while their panel is closed: opened again on the same list, they stand as they were left. */

import { useState } from 'react';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { nodesOf } from '../../../src-shared/flat-filter.ts';
import { segmentOf } from '../../state/customer-filter.ts';
import { type DraftGroup, draftOf } from './builder/draft.ts';

export interface Builder {
  readonly draft: DraftGroup;
  /** The saved segment whose conditions they were; null: of none. */
  readonly segment: number | null;
  /** The list they were begun on, as its conditions. */
  readonly from: string;
}

export interface BuilderState {
  readonly builder: Builder | null;
  /** Begins with what the list says; of a segment, with what the segment says and what narrows it further. */
  readonly begin: () => void;
  readonly setDraft: (draft: DraftGroup) => void;
  /** The list shows them now. */
  readonly shown: (where: FilterNode) => void;
  readonly forget: () => void;
}

export function useBuilder(filter: CustomerFilter, segments: readonly Segment[]): BuilderState {
  const [builder, setBuilder] = useState<Builder | null>(null);
  const now = nodesOf(filter);
  return {
    builder,
    begin: () => {
      const from = JSON.stringify(now);
      if (builder !== null && builder.from === from) return;
      const segment = segments.find((one) => one.segment === segmentOf(filter));
      const start = segment === undefined ? now : nodesOf({ ...filter, where: segment.where });
      setBuilder({ draft: draftOf(start), segment: segment?.segment ?? null, from });
    },
    setDraft: (draft) => setBuilder((before) => (before === null ? null : { ...before, draft })),
    shown: (where) => setBuilder((before) => (before === null ? null : { ...before, from: JSON.stringify(where) })),
    forget: () => setBuilder(null),
  };
}
