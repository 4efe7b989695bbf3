/** The head of the virtual table: sort by a click, widen by dragging the edge, move by dragging the head; all of it by keyboard and menu too. */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself takes the keyboard
// biome-ignore-all lint/a11y/noStaticElementInteractions: the heads are in the grid; their buttons take the keyboard

import type {
  KeyboardEvent as ReactKeyboardEvent,
  MouseEvent as ReactMouseEvent,
  PointerEvent as ReactPointerEvent,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useHeadDrag } from './head-drag.ts';
import { type HeadMenuActs, type HeadPlace, widenStep } from './head-menu.tsx';
import { classOf, keptStyle, type Placed, type PlacedColumn } from './table-columns.ts';

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

export interface TickAll {
  readonly state: 'none' | 'some' | 'all';
  readonly toggle: () => void;
}

export interface HeadProps<Row> {
  readonly placed: Placed<Row>;
  readonly height: number;
  readonly sort: Sort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
  readonly onWidth: (column: string, width: number) => void;
  readonly tickAll: TickAll | undefined;
  readonly acts: HeadMenuActs;
  readonly onMenu: (place: HeadPlace) => void;
}

export function Box({ state }: { readonly state: 'none' | 'some' | 'all' }) {
  return <span className={`box ${state === 'all' ? 'on' : state === 'some' ? 'some' : ''}`} aria-hidden="true" />;
}

export function VirtualTableHead<Row>(props: HeadProps<Row>) {
  const { placed, height, tickAll, acts } = props;
  const { t } = useTranslation('common');
  const drag = useHeadDrag(acts.fixed, acts.onMove);
  return (
    <div
      className={drag.target === null ? 'vt-head' : 'vt-head moving'}
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: placed.template, height }}
      onPointerDown={drag.onPointerDown}
    >
      {tickAll === undefined ? null : (
        <div className="vt-h tick kept" role="columnheader" style={{ left: 0 }}>
          <button
            type="button"
            className="plain"
            role="checkbox"
            aria-checked={tickAll.state === 'some' ? 'mixed' : tickAll.state === 'all'}
            aria-label={t('table.selectAll')}
            onClick={tickAll.toggle}
          >
            <Box state={tickAll.state} />
          </button>
        </div>
      )}
      {placed.columns.map((one, at) => (
        <HeadCell
          key={one.column.key}
          {...props}
          at={at}
          one={one}
          drop={dropClass(drag.target, at, placed.columns.length)}
        />
      ))}
    </div>
  );
}

/** Where the column that is held would stand. */
function dropClass(target: number | null, at: number, count: number): string {
  if (target === at) return ' drop-before';
  return target === count && at === count - 1 ? ' drop-behind' : '';
}

interface HeadCellProps<Row> extends HeadProps<Row> {
  readonly one: PlacedColumn<Row>;
  readonly at: number;
  readonly drop: string;
}

function HeadCell<Row>({ one, at, drop, sort, onSort, onWidth, acts, onMenu }: HeadCellProps<Row>) {
  const { t } = useTranslation('common');
  const { column } = one;
  const isSorted = sort?.by === column.key;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const text = `${column.head}${isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}`;
  const canSort = column.sortable === true && onSort !== undefined;
  const openAt = (element: Element): void => {
    const { left, bottom } = element.getBoundingClientRect();
    onMenu({ column: at, x: left, y: bottom });
  };
  const onContextMenu = (event: ReactMouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    // By the keyboard there is no place of the mouse.
    if (event.button === 2) onMenu({ column: at, x: event.clientX, y: event.clientY });
    else openAt(event.currentTarget);
  };
  return (
    <div
      className={`${classOf(column, 'vt-h')}${drop}`}
      // A column without a name only takes up what is left.
      role={column.head === '' ? 'gridcell' : 'columnheader'}
      style={keptStyle(one)}
      title={column.hint}
      onContextMenu={onContextMenu}
      onKeyDown={(event) => answersHeadKey(event, at, acts)}
      {...(canSort ? { 'aria-sort': direction } : {})}
    >
      {column.head === '' ? null : (
        <button
          type="button"
          className="plain"
          aria-haspopup={canSort ? undefined : 'menu'}
          onClick={(event) => (canSort ? onSort(column.key) : openAt(event.currentTarget))}
        >
          <HeadText text={text} over={column.over} />
        </button>
      )}
      {column.head === '' ? null : (
        <button
          type="button"
          className="plain head-more"
          tabIndex={-1}
          aria-label={t('column.menu', { name: column.head })}
          onClick={(event) => openAt(event.currentTarget)}
        >
          …
        </button>
      )}
      <Grip one={one} onWidth={onWidth} onFit={() => acts.onFit(at)} />
    </div>
  );
}

function answersHeadKey(event: ReactKeyboardEvent, at: number, { onMove, onWiden, fixed, count }: HeadMenuActs): void {
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
  if (step === 0) return;
  if (event.shiftKey) onWiden(at, step * widenStep);
  else if (!event.altKey || onMove === undefined) return;
  else if (at >= fixed && at + step >= fixed && at + step < count) onMove(at, at + step);
  event.preventDefault();
  event.stopPropagation();
}

function HeadText(props: { readonly text: string; readonly over: string | undefined }) {
  if (props.over === undefined) return <span>{props.text}</span>;
  return (
    <span className="two">
      <em>{props.over}</em>
      {props.text}
    </span>
  );
}

interface GripProps<Row> {
  readonly one: PlacedColumn<Row>;
  readonly onWidth: (column: string, width: number) => void;
  readonly onFit: () => void;
}

function Grip<Row>({ one, onWidth, onFit }: GripProps<Row>) {
  const { t } = useTranslation('common');
  const drag = (down: ReactPointerEvent<HTMLSpanElement>): void => {
    const grip = down.currentTarget;
    // From what is seen: a column may be wider than it asked for.
    const start = (grip.parentElement?.offsetWidth ?? one.width) - down.clientX;
    grip.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => onWidth(one.column.key, start + event.clientX);
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
  };
  return (
    <span className="vt-grip" title={t('table.resize')} onPointerDown={drag} onDoubleClick={onFit} aria-hidden="true" />
  );
}
