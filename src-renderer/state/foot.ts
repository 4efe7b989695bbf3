/** What the page in view says in the foot of the window: sums at the left, its keys at the right. */

import { type ReactNode, useEffect } from 'react';
import { create } from 'zustand';

export interface FootContent {
  readonly left?: ReactNode;
  /** 'F8 下一个问题', one per key. */
  readonly right?: readonly string[];
}

interface FootState {
  readonly owner: symbol | null;
  readonly content: FootContent;
}

export const useFootState = create<FootState>(() => ({ owner: null, content: {} }));

/** Sets the foot while the calling page is shown. Only the foot draws again. */
export function useFoot(content: FootContent): void {
  useEffect(() => {
    const owner = Symbol('foot');
    useFootState.setState({ owner, content });
    return () => {
      if (useFootState.getState().owner === owner) useFootState.setState({ owner: null, content: {} });
    };
  });
}
