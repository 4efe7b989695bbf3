/**
 * A list of any length that asks only for the rows in view. The ledger's rules, sorting by the head, draggable widths,
 * and the keyboard: ↑↓ PgUp PgDn Home End move, Space selects, Shift extends, Enter opens.
 */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist

import { type MouseEvent as ReactMouseEvent, type ReactNode, useEffect, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../look.tsx';
import { useColumnWidths } from './column-widths.ts';
import { type Column, type Placed, placeColumns } from './table-columns.ts';
import { type MenuPlace, menuPlaceOf } from './table-menu.ts';
import { spotOf } from './table-pointer.ts';
import { showColumn, type TableScroll, useTableScroll } from './table-scroll.ts';
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
  /** The row at the top to begin with, where the list was left; and told of it whenever the list has come to rest. */
  readonly startRow?: number | undefined;
  readonly onRest?: (row: number) => void;
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
  const scroll = useTableScroll({
    total,
    rowHeight,
    headHeight,
    loadWindow: props.loadWindow,
    startRow: props.startRow,
    onRest: props.onRest,
  });
  const { scroller, first, count, show } = scroll;
  const table = useTableSelection({ ...props, pageRows: scroll.pageRows });
  const { here } = table;
  const hasRows = total > 0;
  const isDrawn = here >= first && here < first + count;
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
        {...gridRoles(props, isDrawn ? `${id}-${here}` : undefined)}
        tabIndex={0}
        onScroll={scroll.onScroll}
        onKeyDown={table.onKeyDown}
        onContextMenu={(event) => askForMenu(event, here, props.onMenu)}
      >
        <div
          className="vt-space"
          role="presentation"
          style={{ height: scroll.height, width: `max(100%, ${placed.width}px)` }}
        >
          <div className="vt-view" role="presentation" style={{ height: scroll.viewHeight }}>
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
              {...{ id, placed, scroll, rowHeight, table }}
              rowAt={props.rowAt}
              canSelect={props.selection !== undefined}
            />
          </div>
        </div>
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
  const hasTick = props.selection !== undefined;
  return {
    rowHeight: props.rowHeight === undefined ? look.rowHeight : Math.round(props.rowHeight * look.scale),
    headHeight: Math.round((props.twoLineHead ? 46 : 30) * look.scale),
    placed: useMemo(
      () => placeColumns(props.columns, widths, look.scale, hasTick),
      [props.columns, widths, look.scale, hasTick],
    ),
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
  readonly scroll: TableScroll;
  readonly rowHeight: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly canSelect: boolean;
  readonly table: TableSelection<Row>;
}

function TableRows<Row>({ id, placed, scroll, rowHeight, rowAt, canSelect, table }: TableRowsProps<Row>) {
  const { t } = useTranslation('common');
  const { rowsBox, first, count, slots, base } = scroll;
  const onClick = (event: ReactMouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot === null) return;
    if (spot.isTick) table.tick(spot.index, event.shiftKey);
    else table.point(spot.index, event.shiftKey, event.ctrlKey || event.metaKey);
  };
  const onDoubleClick = (event: ReactMouseEvent): void => {
    const spot = spotOf(event.target);
    if (spot !== null && !spot.isTick) table.open(spot.index);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keyboard
    <div ref={rowsBox} className="vt-rows" role="rowgroup" onClick={onClick} onDoubleClick={onDoubleClick}>
      {Array.from({ length: count }, (_, step) => {
        const index = first + step;
        const row = rowAt(index);
        return (
          <VirtualTableRow
            // A row that leaves at one edge is the one that comes in at the other.
            key={index % slots}
            id={`${id}-${index}`}
            index={index}
            row={row}
            placed={placed}
            top={(index - base) * rowHeight}
            height={rowHeight}
            isHere={index === table.here}
            isSelected={canSelect ? table.isSelected(row) : undefined}
            tickHint={t('table.selectRow')}
          />
        );
      })}
    </div>
  );
}
