/** Which row and column of the virtual table an event belongs to. One listener around all rows hears them. */

export interface RowSpot {
  readonly index: number;
  /** On the box that selects the row. */
  readonly isTick: boolean;
}

/** null: beside the rows. */
export function spotOf(target: EventTarget): RowSpot | null {
  const element = target instanceof Element ? target : null;
  const row = element?.closest('.vt-row');
  if (row === null || row === undefined) return null;
  return { index: rowIndexOf(row), isTick: element?.closest('.tick') !== null };
}

export function rowIndexOf(row: Element): number {
  return Number(row.getAttribute('aria-rowindex')) - 2;
}
