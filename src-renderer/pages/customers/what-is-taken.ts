/** What a key or a menu means in the list: what is copied, and about which figure one asks why. Pure. */

import type { CellsTaken } from '../../parts/table-cells.ts';
import type { ColumnName } from '../../state/columns.ts';
import type { CustomerView } from '../../state/customer-filter.ts';
import { type CopyAsk, writable } from './use-copy.ts';
import type { Picked } from './use-picked.ts';

interface Taken {
  readonly view: CustomerView;
  readonly picked: Pick<Picked, 'count' | 'view'>;
  readonly columns: readonly ColumnName[];
  /** The row the keyboard is on, and its column; -1 and null: on none. */
  readonly here: number;
  readonly column: string | null;
  readonly cells: CellsTaken | null;
}

/** The block of cells, else the selected rows, else the cell or the row one is on; null: nothing can be copied. */
export function copyAskOf({ view, picked, columns, here, column, cells }: Taken): CopyAsk | null {
  const ask = ((): CopyAsk | null => {
    if (cells !== null) return { view, ...cells, heads: false };
    if (picked.count > 0) return { view: picked.view, from: 0, count: picked.count, columns, heads: true };
    if (here < 0) return null;
    return { view, from: here, count: 1, columns: column === null ? columns : [column], heads: column === null };
  })();
  return ask === null || writable(ask.columns).length === 0 ? null : ask;
}

/** The figure of a column as explanations name it. */
export function factOf(column: string | null): string {
  if (column === 'orders') return 'frequency';
  return column?.endsWith('Minor') ? 'netMinor' : 'recencyDays';
}
