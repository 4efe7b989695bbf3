/**
 * A list of any length that asks only for the rows in view. The ledger's rules, sorting by the head, draggable widths,
 * and the keyboard: ↑↓ PgUp PgDn Home End move, Space selects, Shift extends, Enter opens.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist

import type { VirtualItem } from '@tanstack/react-virtual';
import { type MouseEvent as ReactMouseEvent, type ReactNode, useEffect, useId } from 'react';
import { useLook } from '../look.tsx';
import { useColumnWidths } from './column-widths.ts';
import { type Column, type Placed, placeColumns } from './table-columns.ts';
import { type MenuPlace, menuPlaceOf } from './table-menu.ts';
import { showColumn, useTableScroll } from './table-scroll.ts';
import { type Selection, type TableSelection, useTableSelection } from './table-selection.ts';
import { type Sort, type TickAll, VirtualTableHead } from './virtual-table-head.tsx';
import { VirtualTableRow } from './virtual-table-row.tsx';

export type { Column } from './table-columns.ts';
export type { RowKey, Selection } from './table-selection.ts';
export type { Sort } from './virtual-table-head.tsx';

export interface VirtualTableProps<Row> {
  /** Under this name the widths are kept. */
  readonly name: string;
  /** What the list is, for a screen reader. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are in view (see useWindows). */
  readonly loadWindow?: (from: number, count: number) => void;
  readonly sort?: Sort;
  readonly onSort?: (by: string) => void;
  readonly selection?: Selection<Row>;
  readonly tickAll?: TickAll;
  /** The row the keyboard is on; -1 none. Kept by the page, so that a panel beside can follow it. */
  readonly here?: number;
  readonly onHere?: (index: number) => void;
  /** A column to bring into view with `here`. */
  readonly hereColumn?: string;
  readonly onOpen?: (row: Row, index: number) => void;
  /** The menu of a row was asked for. */
  readonly onMenu?: (place: MenuPlace) => void;
  /** A newer answer is on the way: the head line turns dashed. */
  readonly busy?: boolean;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
  /** In px at the ordinary size of letters; otherwise the owner's 行高. */
  readonly rowHeight?: number;
  /** Room for a word above each head. */
  readonly twoLineHead?: boolean;
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { total, hereColumn } = props;
  const id = useId();
  const { rowHeight, headHeight, placed, setWidth } = useMeasures(props);
  const { scroller, items, height, show } = useTableScroll({
    total,
    rowHeight,
    headHeight,
    loadWindow: props.loadWindow,
  });
  const table = useTableSelection({ ...props, pageRows: Math.max(1, Math.floor(items.length / 2)) });
  const { here } = table;
  const hasRows = total > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is a reason to scroll
  useEffect(() => {
    if (here >= 0 && hasRows) show(here);
    if (hereColumn !== undefined && hasRows) showColumn(scroller.current, placed, hereColumn);
  }, [here, hereColumn, hasRows]);

  return (
    <div className={props.busy ? 'vt busy' : 'vt'}>
      <div
        ref={scroller}
        className="vt-scroll"
        role="grid"
        aria-label={props.label}
        {...gridRoles(props, items.some(({ index }) => index === here) ? `${id}-${here}` : undefined)}
        tabIndex={0}
        onKeyDown={table.onKeyDown}
        onContextMenu={(event) => askForMenu(event, here, props.onMenu)}
      >
        <VirtualTableHead
          placed={placed}
          height={headHeight}
          sort={props.sort}
          onSort={props.onSort}
          onWidth={setWidth}
          tickAll={props.tickAll}
        />
        {total === 0 && props.empty ? (
          // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the keyboard
          <div role="row" className="vt-empty">
            <div role="gridcell" tabIndex={-1}>
              {props.empty}
            </div>
          </div>
        ) : null}
        <TableRows
          id={id}
          placed={placed}
          items={items}
          height={height}
          rowHeight={rowHeight}
          headHeight={headHeight}
          rowAt={props.rowAt}
          canSelect={props.selection !== undefined}
          table={table}
        />
      </div>
    </div>
  );
}

function askForMenu(event: ReactMouseEvent, here: number, onMenu: ((place: MenuPlace) => void) | undefined): void {
  const place = menuPlaceOf(event, here);
  if (onMenu === undefined || place.index < 0) return;
  event.preventDefault();
  onMenu(place);
}

/** Sizes in px as drawn: the owner's size of letters and the widths he dragged are in them. */
function useMeasures<Row>(props: VirtualTableProps<Row>) {
  const look = useLook();
  const [widths, setWidth] = useColumnWidths(props.name);
  return {
    rowHeight: props.rowHeight === undefined ? look.rowHeight : Math.round(props.rowHeight * look.scale),
    headHeight: Math.round((props.twoLineHead ? 46 : 30) * look.scale),
    placed: placeColumns(props.columns, widths, look.scale, props.selection !== undefined),
    setWidth,
  };
}

/** What the grid says of itself to a screen reader. */
function gridRoles<Row>(props: VirtualTableProps<Row>, activeRow: string | undefined) {
  return {
    'aria-rowcount': props.total + 1,
    'aria-colcount': props.columns.length,
    'aria-busy': props.busy ?? false,
    ...(props.selection === undefined ? {} : { 'aria-multiselectable': true }),
    ...(activeRow === undefined ? {} : { 'aria-activedescendant': activeRow }),
  };
}

interface TableRowsProps<Row> {
  readonly id: string;
  readonly placed: Placed<Row>;
  readonly items: readonly VirtualItem[];
  readonly height: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly canSelect: boolean;
  readonly table: TableSelection<Row>;
}

function TableRows<Row>(props: TableRowsProps<Row>) {
  const { id, placed, items, height, rowHeight, headHeight, rowAt, canSelect, table } = props;
  return (
    <div className="vt-space" role="rowgroup" style={{ height, width: `max(100%, ${placed.width}px)` }}>
      {items.map((item) => {
        const row = rowAt(item.index);
        return (
          <VirtualTableRow
            key={item.key}
            id={`${id}-${item.index}`}
            index={item.index}
            row={row}
            placed={placed}
            top={item.start - headHeight}
            height={rowHeight}
            isHere={item.index === table.here}
            isSelected={canSelect ? table.isSelected(row) : undefined}
            onPoint={(index: number, event: ReactMouseEvent) =>
              table.point(index, event.shiftKey, event.ctrlKey || event.metaKey)
            }
            onTick={(index: number, event: ReactMouseEvent) => table.tick(index, event.shiftKey)}
            onOpen={table.open}
          />
        );
      })}
    </div>
  );
}
