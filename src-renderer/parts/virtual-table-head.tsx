/** The head of the virtual table: sort by a click, widen by dragging the edge. */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself takes the keyboard

import type { PointerEvent as ReactPointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
}

export function Box({ state }: { readonly state: 'none' | 'some' | 'all' }) {
  return <span className={`box ${state === 'all' ? 'on' : state === 'some' ? 'some' : ''}`} aria-hidden="true" />;
}

export function VirtualTableHead<Row>({ placed, height, sort, onSort, onWidth, tickAll }: HeadProps<Row>) {
  const { t } = useTranslation('common');
  return (
    <div className="vt-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: placed.template, height }}>
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
      {placed.columns.map((one) => (
        <HeadCell key={one.column.key} placed={one} sort={sort} onSort={onSort} onWidth={onWidth} />
      ))}
    </div>
  );
}

interface HeadCellProps<Row> extends Pick<HeadProps<Row>, 'sort' | 'onSort' | 'onWidth'> {
  readonly placed: PlacedColumn<Row>;
}

function HeadCell<Row>({ placed, sort, onSort, onWidth }: HeadCellProps<Row>) {
  const { column } = placed;
  const isSorted = sort?.by === column.key;
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const text = `${column.head}${isSorted ? (sort.descending ? ' ↓' : ' ↑') : ''}`;
  const canSort = column.sortable === true && onSort !== undefined;
  return (
    <div
      className={classOf(column, 'vt-h')}
      // A column without a name only takes up what is left.
      role={column.head === '' ? 'gridcell' : 'columnheader'}
      style={keptStyle(placed)}
      title={column.hint}
      {...(canSort ? { 'aria-sort': direction } : {})}
    >
      {canSort ? (
        <button type="button" className="plain" onClick={() => onSort(column.key)}>
          {text}
        </button>
      ) : (
        <HeadText text={text} over={column.over} />
      )}
      <Grip placed={placed} onWidth={onWidth} />
    </div>
  );
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

function Grip<Row>({ placed, onWidth }: Pick<HeadCellProps<Row>, 'placed' | 'onWidth'>) {
  const { t } = useTranslation('common');
  const drag = (down: ReactPointerEvent<HTMLSpanElement>): void => {
    const grip = down.currentTarget;
    const start = placed.width - down.clientX;
    grip.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => onWidth(placed.column.key, start + event.clientX);
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', () => grip.removeEventListener('pointermove', move), { once: true });
  };
  return <span className="vt-grip" title={t('table.resize')} onPointerDown={drag} aria-hidden="true" />;
}
