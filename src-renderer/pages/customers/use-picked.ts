/** Which customers are selected, with what is known of each, so that the strip and the foot can say count and sum. */

import { useCallback, useMemo, useRef, useState } from 'react';
import { type CustomerRow, mostPicked } from '../../../src-shared/contract/customers.ts';
import type { RowKey, Selection } from '../../parts/virtual-table.tsx';

export interface Picked {
  readonly selection: Selection<CustomerRow>;
  readonly rows: readonly CustomerRow[];
  /** `rowAt` that remembers what it saw, for the table. */
  readonly watch: (rowAt: (index: number) => CustomerRow | undefined) => (index: number) => CustomerRow | undefined;
  readonly pick: (rows: readonly CustomerRow[]) => void;
  readonly clear: () => void;
}

const nobody: ReadonlyMap<RowKey, CustomerRow> = new Map();

export function usePicked(): Picked {
  const [picked, setPicked] = useState(nobody);
  const seen = useRef(new Map<RowKey, CustomerRow>());

  const onSelect = useCallback((keys: ReadonlySet<RowKey>) => {
    setPicked((before) => {
      const next = new Map<RowKey, CustomerRow>();
      for (const key of keys) {
        const row = seen.current.get(key) ?? before.get(key);
        if (row !== undefined && next.size < mostPicked) next.set(key, row);
      }
      return next;
    });
  }, []);
  const selection = useMemo(
    (): Selection<CustomerRow> => ({ keyOf: (row) => row.id, selected: new Set(picked.keys()), onSelect }),
    [picked, onSelect],
  );
  const watch = useCallback(
    (rowAt: (index: number) => CustomerRow | undefined) => (index: number) => {
      const row = rowAt(index);
      if (row !== undefined) seen.current.set(row.id, row);
      return row;
    },
    [],
  );
  const pick = useCallback(
    (rows: readonly CustomerRow[]) => setPicked(new Map(rows.slice(0, mostPicked).map((row) => [row.id, row]))),
    [],
  );
  const clear = useCallback(() => setPicked(nobody), []);
  return { selection, rows: useMemo(() => [...picked.values()], [picked]), watch, pick, clear };
}
