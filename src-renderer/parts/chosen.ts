/** Which rows of a list are selected, without knowing them all: those that are named, or all but those that are named. Pure. */

export type RowKey = string | number;

export interface Chosen {
  /** true: everything but `keys`. */
  readonly all: boolean;
  readonly keys: ReadonlySet<RowKey>;
}

export const nothingChosen: Chosen = { all: false, keys: new Set() };
export const everythingChosen: Chosen = { all: true, keys: new Set() };

export function isChosen({ all, keys }: Chosen, key: RowKey): boolean {
  return keys.has(key) !== all;
}

/** Of a list that holds `total`. */
export function countChosen({ all, keys }: Chosen, total: number): number {
  return all ? Math.max(0, total - keys.size) : keys.size;
}

export function toggled({ all, keys }: Chosen, key: RowKey): Chosen {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { all, keys: next };
}

export function withChosen({ all, keys }: Chosen, more: Iterable<RowKey>): Chosen {
  const next = new Set(keys);
  for (const key of more) {
    if (all) next.delete(key);
    else next.add(key);
  }
  return { all, keys: next };
}
