/** What opens over a page takes the keyboard, and gives it back to where it was when it is closed. */

import { type RefObject, useEffect, useRef } from 'react';

const takers = 'input:not([disabled]), button:not([disabled]), [role="menu"], [tabindex="0"]';

/** Give the answer to the element that opens; its first field, button or menu is given the keyboard. */
export function useTakesFocus<Box extends HTMLElement>(): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useEffect(() => {
    const before = document.activeElement;
    const inside = box.current;
    // Before it has found its place a scroll would go there too.
    inside?.querySelector<HTMLElement>(takers)?.focus({ preventScroll: true });
    return () => {
      const now = document.activeElement;
      const isLost = now === null || now === document.body || inside?.contains(now) === true;
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return box;
}
