/** Values of a statement by their names: nothing that somebody typed ever stands in the SQL itself. */

export type SqlValue = string | number | null;

export interface NamedValues {
  /** Keeps a value and answers how the statement names it: ':c3_from'. */
  bind(value: SqlValue, name?: string): string;
  /** As `bind`, of a list: for `in (select value from json_each(…))`. */
  bindList(values: readonly SqlValue[], name?: string): string;
  readonly values: Readonly<Record<string, SqlValue>>;
}

/** Values are called after their condition, in the order of the filter: c1, c2, c2_from … */
export function namedValues(): NamedValues & { next(): void } {
  const values: Record<string, SqlValue> = {};
  let condition = 0;
  const bind = (value: SqlValue, name = ''): string => {
    const stem = `c${condition}${name === '' ? '' : `_${name}`}`;
    let free = stem;
    for (let nth = 2; free in values; nth += 1) free = `${stem}_${nth}`;
    values[free] = value;
    return `:${free}`;
  };
  return {
    bind,
    bindList: (list, name) => bind(JSON.stringify([...new Set(list)]), name),
    values,
    next: () => {
      condition += 1;
    },
  };
}
