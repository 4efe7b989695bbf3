/** Esc goes back to the page one came from. What is open beside the page is closed first, and a field keeps the key to itself. */

import { isTyping, useKeys } from './use-keys.ts';

export function useBackKey(back: () => void): void {
  useKeys({
    Escape: (event) => {
      if (isTyping(event.target) || document.querySelector('main .side') !== null) return false;
      back();
      return true;
    },
  });
}
