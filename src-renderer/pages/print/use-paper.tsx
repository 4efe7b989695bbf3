/** Puts all pages on paper: while printing they stand beside the window's content, alone visible to the printer. */

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Sheet } from './paper.ts';

export interface Paper {
  /** Does the printing while every page stands ready. */
  readonly withPaper: (print: () => Promise<void>) => Promise<void>;
  /** To be drawn by the page; null while nothing is printed. */
  readonly paper: ReactNode;
  readonly isPrinting: boolean;
}

/** The pages are laid out; fonts are the system's own. A window in the background paints nothing, so no frame is waited for. */
function ready(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

/** `ofWindow`: this is what the window is printed as. Of several papers of a page one is. */
export function usePaper(sheet: Sheet, drawAll: () => ReactNode, { ofWindow = true } = {}): Paper {
  const [isPrinting, setPrinting] = useState(false);
  // The surroundings' own print command comes without our button.
  useEffect(() => {
    if (!ofWindow) return undefined;
    const before = (): void => {
      // What lies ready already is what is being printed.
      if (document.querySelector('body > .paper') === null) flushSync(() => setPrinting(true));
    };
    const after = (): void => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [ofWindow]);
  const withPaper = useCallback(async (print: () => Promise<void>) => {
    flushSync(() => setPrinting(true));
    try {
      await ready();
      await print();
    } finally {
      setPrinting(false);
    }
  }, []);
  const paper = isPrinting
    ? createPortal(
        <div className="paper">
          <style>{`@page { size: ${sheet.widthMm}mm ${sheet.heightMm}mm; margin: 0; }`}</style>
          {drawAll()}
        </div>,
        document.body,
      )
    : null;
  return { withPaper, paper, isPrinting };
}
