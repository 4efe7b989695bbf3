/** What the rule that is being written means: asked once the typing rests. */

import { useEffect, useMemo, useState } from 'react';
import type { ExclusionContent } from '../../../src-shared/contract/exclusions.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../link/use-call.ts';
import { contentOf, type Draft } from './draft.ts';

export const shownOrders = 100;

export interface Meant {
  /** null: the rule says nothing yet. */
  readonly content: ExclusionContent | null;
  readonly figures: ResultOf<'exclusions.preview'> | undefined;
  /** The figures are of the rule before the last letters. */
  readonly isLate: boolean;
}

const REST_MS = 250;

export function useMeant(draft: Draft | null): Meant {
  const content = useMemo(() => (draft === null ? null : contentOf(draft)), [draft]);
  const text = content === null ? '' : JSON.stringify(content);
  const [rested, setRested] = useState({ text, content });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says all there is in the content
  useEffect(() => {
    const timer = setTimeout(() => setRested({ text, content }), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isPlaceholderData } = useCall(
    'exclusions.preview',
    { content: rested.content ?? placeholder, window: { from: 0, count: shownOrders } },
    { enabled: rested.content !== null },
  );
  const figures = rested.content === null || content === null ? undefined : data;
  return { content, figures, isLate: isPlaceholderData || rested.text !== text };
}

/** Never asked: a question must have some shape. */
const placeholder: ExclusionContent = {
  kind: 'brushing',
  shop: null,
  match: 'all',
  conditions: [{ field: 'sellerNote', test: 'is', text: '-' }],
};
