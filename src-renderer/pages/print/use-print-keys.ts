/** Keys of the print page: PgUp and PgDn turn pages, Ctrl+P prints, Esc goes back. */

import { useEffect, useRef } from 'react';
import { useConnection } from '../../link/connection-context.tsx';
import { useKeys } from '../../parts/use-keys.ts';

export interface PrintKeys {
  readonly print: () => void;
  readonly back: () => void;
  /** A panel is open, and Esc closes that first. */
  readonly isAsking: boolean;
  readonly turn: (by: 1 | -1) => void;
}

export function usePrintKeys({ print, back, isAsking, turn }: PrintKeys): void {
  useKeys({
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    '$mod+p': print,
    Escape: () => (isAsking ? false : back()),
  });
  const connection = useConnection();
  const latest = useRef(print);
  useEffect(() => {
    latest.current = print;
  });
  // The menu's “Print” while this page is open means: do it.
  useEffect(
    () => connection.subscribe('shell.command', ({ command }) => command === 'print' && latest.current()),
    [connection],
  );
}
