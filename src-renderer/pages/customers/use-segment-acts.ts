/** What the owner does with segments. Each is one step that can be taken back, and says so. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

/** A name is asked for: of a segment that is renamed, else of conditions that are kept. */
export type Naming = { readonly rename: Segment } | { readonly where: FilterNode };

export interface SegmentActs {
  readonly naming: Naming | null;
  /** Of a segment: to rename it. Of conditions: to keep them. Of nothing: to keep what the list shows. */
  readonly askName: (of?: Segment | { readonly where: FilterNode }) => void;
  readonly letNameBe: () => void;
  /** Says what was asked for is called so; `fix`: just the people of today. */
  readonly name: (name: string, fix: boolean) => Promise<void>;
  /** A new version. */
  readonly change: (segment: Segment, where: FilterNode, name?: string) => Promise<void>;
  readonly fix: (segment: Segment) => void;
  readonly loosen: (segment: Segment) => void;
  readonly remove: (segment: Segment) => void;
}

interface Options {
  readonly basis: TierBasis;
  /** The conditions of the list in view. */
  readonly shown: FilterNode;
  /** A segment was made or has a new version. */
  readonly onSaved: (segment: number) => void;
}

export function useSegmentActs({ basis, shown, onSaved }: Options): SegmentActs {
  const { t } = useTranslation('segments');
  const say = useUndoableToast();
  const [naming, setNaming] = useState<Naming | null>(null);
  const save = useAct('segments.save').act;
  const rename = useAct('segments.rename').act;
  const freeze = useAct('segments.freeze').act;
  const thaw = useAct('segments.thaw').act;
  const drop = useAct('segments.remove').act;
  return {
    naming,
    askName: (of = { where: shown }) => setNaming('segment' in of ? { rename: of } : of),
    letNameBe: () => setNaming(null),
    name: async (name, fix) => {
      if (naming === null) return;
      if ('rename' in naming) {
        const done = await rename({ segment: naming.rename.segment, name });
        if (done === null) return;
        say(t('did.renamed', { before: naming.rename.name, name }), done.edit);
      } else {
        const { where } = naming;
        const done = await save({ segment: null, name, where, ...(fix ? { fixOn: basis } : {}) });
        if (done === null) return;
        say(t('did.saved', { name }), done.edit);
        onSaved(done.segment);
      }
      setNaming(null);
    },
    change: async ({ segment, ...before }, where, name = before.name) => {
      const done = await save({ segment, name, where });
      if (done === null) return;
      say(t('did.changed', { name }), done.edit);
      onSaved(segment);
    },
    fix: ({ segment, name }) =>
      void freeze({ segment, basis }).then((done) => {
        if (done !== null) say(t('did.fixed', { name, count: done.customers }), done.edit);
      }),
    loosen: ({ segment, name }) =>
      void thaw({ segment }).then((done) => {
        if (done !== null) say(t('did.loosened', { name }), done.edit);
      }),
    remove: ({ segment, name }) =>
      void drop({ segment }).then((done) => {
        if (done !== null) say(t('did.removed', { name }), done.edit);
      }),
  };
}
