/** The keys of the customer list beside those of the table itself: / search, P peek, W why, Ctrl+A, Ctrl+C, Ctrl+G, Esc lets go. */

import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import { isTyping, useKeys } from '../../parts/use-keys.ts';

export interface ListKeys {
  readonly search: RefObject<InputRef | null>;
  readonly peek: () => void;
  readonly why: () => void;
  readonly goTo: () => void;
  /** null: the list is empty. */
  readonly selectAll: (() => void) | null;
  /** null: there is nothing to copy. */
  readonly copy: (() => void) | null;
  readonly letGo: (() => void) | null;
}

export function useListKeys({ search, peek, why, goTo, selectAll, copy, letGo }: ListKeys): void {
  useKeys({
    '/': () => search.current?.focus({ cursor: 'all' }),
    p: peek,
    w: why,
    '$mod+g': goTo,
    '$mod+a': (event) => {
      // In a field it is the words of the field, in a panel those of the panel.
      if (selectAll === null || isTyping(event.target) || isInPanel(event.target)) return false;
      selectAll();
      return true;
    },
    '$mod+c': (event) => {
      // Selected words are copied as words.
      if (copy === null || isTyping(event.target) || window.getSelection()?.isCollapsed === false) return false;
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

function isInPanel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.side, .ant-modal-wrap') !== null;
}
