/** The widths the owner gave the columns of each list. Where they are kept is said by the window (`table-widths.tsx`); alone, a list keeps its own. */

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';

export type Widths = Readonly<Record<string, number>>;

export interface KeptWidths {
  readonly of: (list: string) => Widths;
  readonly keep: (list: string, widths: Widths) => void;
}

export const WidthsContext = createContext<KeptWidths>({ of: () => ({}), keep: () => undefined });

export interface ColumnWidths {
  readonly widths: Widths;
  readonly setWidth: (column: string, width: number) => void;
  readonly reset: () => void;
}

const narrowest = 40;
const widest = 800;
/** A drag is many steps and one width. */
const keepAfterMs = 400;

export function useColumnWidths(list: string): ColumnWidths {
  const kept = useContext(WidthsContext);
  const [widths, setWidths] = useState<Widths>(() => kept.of(list));
  const changed = useRef(false);
  useEffect(() => {
    if (!changed.current) return undefined;
    const timer = setTimeout(() => kept.keep(list, widths), keepAfterMs);
    return () => clearTimeout(timer);
  }, [kept, list, widths]);
  const change = useCallback((next: (known: Widths) => Widths) => {
    changed.current = true;
    setWidths(next);
  }, []);
  return useMemo(
    () => ({
      widths,
      setWidth: (column, width) =>
        change((known) => ({ ...known, [column]: Math.round(Math.min(widest, Math.max(narrowest, width))) })),
      reset: () => change(() => ({})),
    }),
    [widths, change],
  );
}
