/**
 * A list of any length that asks only for the rows in view. The ledger's rules; sorting, widths and order of columns by head and menu;
 * rows selected and blocks of cells taken by mouse and keyboard (see table-keys.ts).
 */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist

import { type MouseEvent as ReactMouseEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import type { ColumnActs } from './head-menu.tsx';
import { type CellsTaken, useTableCells } from './table-cells.ts';
import type { Column, Placed } from './table-columns.ts';
import { answersKey } from './table-keys.ts';
import { type MenuPlace, menuPlaceOf } from './table-menu.ts';
import { showColumn, type TableScroll, useTableScroll } from './table-scroll.ts';
import { type Selection, useTableSelection } from './table-selection.ts';
import { useHeadActs, useMeasures } from './use-table-head.ts';
import { type Sort, type TickAll, VirtualTableHead } from './virtual-table-head.tsx';
import { VirtualTableRows } from './virtual-table-rows.tsx';

export type { RowKey } from './chosen.ts';
export type { Column } from './table-columns.ts';
export type { Selection } from './table-selection.ts';
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
  /** Without `descending` the list decides which way. Another order begins at its top. */
  readonly onSort?: (by: string, descending?: boolean) => void;
  readonly columnActs?: ColumnActs;
  readonly selection?: Selection<Row>;
  readonly tickAll?: TickAll;
  /** The row the keyboard is on; -1 none. Kept by the page, so that a panel beside can follow it. */
  readonly here?: number;
  readonly onHere?: (index: number) => void;
  /** Another value brings `here` into view once more. */
  readonly showAgain?: number;
  /** A column to bring into view with `here`. */
  readonly hereColumn?: string;
  /** A block of cells was taken, or let go; without it the list has no blocks. */
  readonly onCells?: (cells: CellsTaken | null) => void;
  /** The keyboard, or a click, is in this column. */
  readonly onColumn?: (key: string | null) => void;
  /** A digit was typed on the list. */
  readonly onDigit?: (digit: string) => void;
  readonly onOpen?: (row: Row, index: number) => void;
  /** The grid itself, for a page that gives it the keyboard. */
  readonly grid?: RefObject<HTMLDivElement | null>;
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
  /** Columns that do not stand whole in the room there is are left out, instead of being cut at its edge. */
  readonly onlyWhole?: boolean;
}

export function VirtualTable<Row>(given: VirtualTableProps<Row>) {
  const own = useRef<HTMLDivElement>(null);
  const { grid = own } = given;
  const id = useId();
  const { rowHeight, headHeight, columns, placed, widths } = useMeasures(given, grid);
  const props = { ...given, columns };
  const { total } = props;
  const scroll = useTableScroll({
    total,
    rowHeight,
    headHeight,
    loadWindow: props.loadWindow,
    isLoaded: (from, count) => areLoaded(props.rowAt, from, count),
    grid,
    startRow: props.startRow,
    onRest: props.onRest,
  });
  const { scroller, first, count } = scroll;
  const table = useTableSelection(props);
  const taken = useTableCells({
    keys: columns.map(({ key }) => key),
    onCells: props.onCells,
    onColumn: props.onColumn,
  });
  const cells = props.onCells === undefined ? null : taken;
  const head = useHeadActs(props, placed, widths, scroll.rowsBox);
  const { here } = table;
  useFollow(props, here, cells?.column ?? -1, { ...scroll, placed });
  const isDrawn = here >= first && here < first + count;

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
        onKeyDown={(event) => {
          const { pageRows, show } = scroll;
          const keyed = { total, columns: columns.length, pageRows, cells, table, show, onDigit: props.onDigit };
          if (answersKey(event, { ...keyed, canSelect: props.selection !== undefined })) event.preventDefault();
        }}
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
              onWidth={widths.setWidth}
              tickAll={props.tickAll}
              acts={head.acts}
              onMenu={head.ask}
            />
            {total === 0 && props.empty ? (
              // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the keyboard
              <div role="row" className="vt-empty">
                <div role="gridcell" tabIndex={-1}>
                  {props.empty}
                </div>
              </div>
            ) : null}
            <VirtualTableRows
              {...{ id, total, placed, scroll, rowHeight, headHeight, table, cells }}
              rowAt={props.rowAt}
              canSelect={props.selection !== undefined}
            />
          </div>
        </div>
      </div>
      {head.menu}
    </div>
  );
}

function areLoaded(rowAt: (index: number) => unknown, from: number, count: number): boolean {
  for (let step = 0; step < count; step += 1) if (rowAt(from + step) === undefined) return false;
  return true;
}

type Follow<Row> = Pick<TableScroll, 'scroller' | 'show' | 'toTop'> & { readonly placed: Placed<Row> };

/** The list goes where the keyboard, or the page, is; and to its top when it is put in another order. */
function useFollow<Row>(
  { total, hereColumn, showAgain, columns, sort }: VirtualTableProps<Row>,
  here: number,
  column: number,
  { scroller, show, toTop, placed }: Follow<Row>,
): void {
  const hasRows = total > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place is a reason to scroll
  useEffect(() => {
    if (here >= 0 && hasRows) show(here);
    if (hereColumn !== undefined && hasRows) showColumn(scroller.current, placed, hereColumn);
  }, [here, hereColumn, hasRows, showAgain]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(() => {
    const key = columns[column]?.key;
    if (key !== undefined) showColumn(scroller.current, placed, key);
  }, [column]);
  const order = `${sort?.by} ${sort?.descending}`;
  const before = useRef(order);
  useEffect(() => {
    if (before.current !== order) toTop();
    before.current = order;
  }, [order, toTop]);
}

function askForMenu(event: ReactMouseEvent, here: number, onMenu: ((place: MenuPlace) => void) | undefined): void {
  const place = menuPlaceOf(event, here);
  if (onMenu === undefined || place.index < 0) return;
  event.preventDefault();
  onMenu(place);
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
