/** Which row and column of the virtual table an event belongs to. One listener around all rows hears them. */

export interface RowSpot {
  readonly index: number;
  /** Place among the columns; -1: on the box that selects the row. */
  readonly column: number;
  readonly isTick: boolean;
}

/** null: beside the rows. */
export function spotOf(target: EventTarget): RowSpot | null {
  const cell = target instanceof Element ? target.closest('.vt-c') : null;
  const row = cell?.closest('.vt-row') ?? null;
  if (cell === null || row === null) return null;
  const isTick = cell.classList.contains('tick');
  const columns = [...row.children].filter((child) => !child.classList.contains('tick'));
  return { index: rowIndexOf(row), column: columns.indexOf(cell), isTick };
}

export function rowIndexOf(row: Element): number {
  return Number(row.getAttribute('aria-rowindex')) - 2;
}
