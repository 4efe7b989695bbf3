/** The keys of the customer list beside those of the table itself: / search, P peek, W why, Ctrl+C copy, Esc lets go. */

import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import { useKeys } from '../../parts/use-keys.ts';

export interface ListKeys {
  readonly search: RefObject<InputRef | null>;
  readonly peek: () => void;
  readonly why: () => void;
  /** null: nothing is selected. */
  readonly copy: (() => void) | null;
  readonly letGo: (() => void) | null;
}

export function useListKeys({ search, peek, why, copy, letGo }: ListKeys): void {
  useKeys({
    '/': () => search.current?.focus({ cursor: 'all' }),
    p: peek,
    w: why,
    '$mod+c': () => {
      // Selected words are copied as words.
      if (copy === null || window.getSelection()?.isCollapsed === false) return false;
      copy();
      return true;
    },
    Escape: () => {
      if (letGo === null) return false;
      letGo();
      return true;
    },
  });
}
