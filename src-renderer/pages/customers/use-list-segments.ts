/** What the page of customers has to do with segments: which there are, the conditions being written, and what is done with either. */

import { useEffect, useRef } from 'react';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { besideNodes, nodesOf } from '../../../src-shared/flat-filter.ts';
import { useSegments } from '../../link/use-segments.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { segmentFilter, segmentOf, withCondition } from '../../state/customer-filter.ts';
import type { Panel } from './beside-list.tsx';
import { type BuilderState, useBuilder } from './use-builder.ts';
import type { ViewState } from './use-customer-list.ts';
import { type SegmentActs, useSegmentActs } from './use-segment-acts.ts';

export interface ListSegments {
  readonly segments: readonly Segment[];
  /** The one the list is about. */
  readonly current: Segment | null;
  readonly acts: SegmentActs;
  readonly builder: BuilderState;
  /** Opens the conditions, or closes them. */
  readonly build: () => void;
}

interface Options extends ViewState {
  readonly basis: TierBasis;
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
}

export function useListSegments({ view, setView, basis, panel, setPanel }: Options): ListSegments {
  const known = useSegments();
  const segments = known ?? [];
  const { filter } = view;
  const current = segments.find(({ segment }) => segment === segmentOf(filter)) ?? null;
  const builder = useBuilder(filter, segments);
  const acts = useSegmentActs({
    basis,
    shown: nodesOf(filter),
    onSaved: (segment) => {
      builder.forget();
      setPanel(null);
      setView({ ...view, filter: { ...besideNodes({ shop: filter.shop }), ...segmentFilter(segment) } });
    },
  });
  useGoneSegment({ view, setView }, known);
  const isElsewhere = panel?.kind === 'builder' && builder.builder?.from !== JSON.stringify(nodesOf(filter));
  // Another list came into view: what was written belongs to the one before.
  useEffect(() => {
    if (isElsewhere) setPanel(null);
  }, [isElsewhere, setPanel]);
  const build = (): void => {
    const isOpen = panel?.kind === 'builder';
    if (!isOpen) builder.begin();
    setPanel(isOpen ? null : { kind: 'builder' });
  };
  useKeys({ b: build });
  return { segments, current, acts, builder, build };
}

/** The segment in view was removed, or its making taken back: the list stays as it was, as conditions without a name. */
function useGoneSegment({ view, setView }: ViewState, segments: readonly Segment[] | undefined): void {
  const wanted = segmentOf(view.filter);
  const last = useRef<Segment | null>(null);
  // One that was just made is not known yet; only of the one the page was opened with it is said that there is none.
  const opened = useRef(wanted);
  const found = segments?.find(({ segment }) => segment === wanted);
  useEffect(() => {
    if (wanted === null || segments === undefined) return;
    if (found !== undefined) {
      last.current = found;
      return;
    }
    const { where, segment } = last.current ?? { where: undefined, segment: opened.current };
    if (segment !== wanted) return;
    last.current = null;
    opened.current = null;
    setView({ ...view, filter: withCondition(view.filter, 'where', where) }, true);
  });
}
