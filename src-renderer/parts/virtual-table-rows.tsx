/** The rows in view of the virtual table, and the one place that hears the mouse on them. */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist

import type { MouseEvent as ReactMouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellSpot, TableCells } from './table-cells.ts';
import type { Placed } from './table-columns.ts';
import { useTableDrag } from './table-drag.ts';
import { spotOf } from './table-pointer.ts';
import type { TableScroll } from './table-scroll.ts';
import type { TableSelection } from './table-selection.ts';
import { VirtualTableRow } from './virtual-table-row.tsx';

export interface VirtualTableRowsProps<Row> {
  readonly id: string;
  readonly total: number;
  readonly placed: Placed<Row>;
  readonly scroll: TableScroll;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly canSelect: boolean;
  readonly table: TableSelection<Row>;
  /** null: cells cannot be taken by themselves. */
  readonly cells: TableCells | null;
}

export function VirtualTableRows<Row>(props: VirtualTableRowsProps<Row>) {
  const { id, total, placed, scroll, rowHeight, headHeight, rowAt, canSelect, table, cells } = props;
  const { t } = useTranslation('common');
  const { rowsBox, first, count, slots, base } = scroll;
  const onStretch = (spot: CellSpot, from: CellSpot): void => {
    if (table.here !== from.row) table.moveTo(from.row);
    cells?.stretchTo(spot, from);
  };
  const drag = useTableDrag({ total, headHeight, scroll, onStretch: cells === null ? undefined : onStretch });
  const onClick = (event: ReactMouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot === null || drag.wasDrag()) return;
    if (!spot.isTick && event.shiftKey && cells !== null && cells.block !== null) {
      cells.stretchTo({ row: spot.index, column: spot.column });
      return;
    }
    cells?.pointAt(spot.column);
    if (spot.isTick) table.tick(spot.index, event.shiftKey);
    else table.point(spot.index, event.shiftKey, event.ctrlKey || event.metaKey);
  };
  const onDoubleClick = (event: ReactMouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot !== null && !spot.isTick) table.open(spot.index);
  };
  const { block = null, column = -1 } = cells ?? {};
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keyboard
    <div
      ref={rowsBox}
      className={cells === null ? 'vt-rows' : 'vt-rows takes-cells'}
      role="rowgroup"
      onPointerDown={drag.onPointerDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {Array.from({ length: count }, (_, step) => {
        const index = first + step;
        const row = rowAt(index);
        const isIn = block !== null && index >= block.top && index <= block.bottom;
        return (
          <VirtualTableRow
            // A row that leaves at one edge is the one that comes in at the other.
            key={index % Math.max(slots, count)}
            id={`${id}-${index}`}
            index={index}
            row={row}
            placed={placed}
            top={(index - base) * rowHeight}
            height={rowHeight}
            isHere={index === table.here}
            isSelected={canSelect ? table.isSelected(row) : undefined}
            cursor={index === table.here ? column : -1}
            blockFrom={isIn ? block.left : -1}
            blockTo={isIn ? block.right : -2}
            tickHint={t('table.selectRow')}
          />
        );
      })}
    </div>
  );
}
