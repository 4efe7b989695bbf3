/** The widths the owner dragged, kept per list on this computer. */

import { useCallback, useState } from 'react';

type Widths = Readonly<Record<string, number>>;

function storageKey(list: string): string {
  return `regulars.widths.${list}`;
}

function read(list: string): Widths {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey(list)) ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter(([, width]) => typeof width === 'number'));
  } catch {
    // A browser without storage, or a value somebody else left: the widths as designed.
    return {};
  }
}

export function useColumnWidths(list: string): readonly [Widths, (column: string, width: number) => void] {
  const [widths, setWidths] = useState<Widths>(() => read(list));
  const setWidth = useCallback(
    (column: string, width: number) => {
      setWidths((known) => {
        const next = { ...known, [column]: Math.round(Math.min(800, Math.max(40, width))) };
        try {
          localStorage.setItem(storageKey(list), JSON.stringify(next));
        } catch {
          // Kept for this window at least.
        }
        return next;
      });
    },
    [list],
  );
  return [widths, setWidth];
}
