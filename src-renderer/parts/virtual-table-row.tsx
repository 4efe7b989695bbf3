/** One row of the virtual table, drawn at its place. Until its window has come it stands there with its number. */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself takes the keyboard

import { memo } from 'react';
import { formatCount } from './count-text.tsx';
import { classOf, keptStyle, type Placed } from './table-columns.ts';
import { Box } from './virtual-table-head.tsx';

export interface RowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** undefined: not loaded yet. */
  readonly row: Row | undefined;
  readonly placed: Placed<Row>;
  readonly top: number;
  readonly height: number;
  readonly isHere: boolean;
  /** undefined: rows cannot be selected. */
  readonly isSelected: boolean | undefined;
  /** The column the keyboard is in, when it is on this row; else -1. */
  readonly cursor: number;
  /** The columns of this row that are in the block of cells; -1 to -2: none. */
  readonly blockFrom: number;
  readonly blockTo: number;
  readonly tickHint: string;
}

/** Clicks are heard by the box around the rows: see `table-pointer.ts`. */
function VirtualTableRowPlain<Row>(props: RowProps<Row>) {
  const { index, row, placed, isSelected } = props;
  const names = ['vt-row', index % 5 === 4 && 'r5', props.isHere && 'here', row === undefined && 'coming'];
  return (
    <div
      id={props.id}
      className={names.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? props.isHere}
      style={{ gridTemplateColumns: placed.template, height: props.height, top: props.top }}
    >
      {isSelected === undefined ? null : (
        <div className="vt-c tick kept" role="gridcell" style={{ left: 0 }} title={props.tickHint}>
          <Box state={isSelected ? 'all' : 'none'} />
        </div>
      )}
      {placed.columns.map((one, at) => (
        <div
          key={one.column.key}
          className={[
            classOf(one.column, 'vt-c'),
            row !== undefined && one.column.cellClass?.(row),
            at >= props.blockFrom && at <= props.blockTo && 'in',
            at === props.cursor && 'at',
          ]
            .filter(Boolean)
            .join(' ')}
          role="gridcell"
          style={keptStyle(one)}
        >
          {row === undefined ? (
            at === 0 && <Coming index={index} />
          ) : (
            <span className="cut">{one.column.cell(row, index)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function Coming({ index }: { readonly index: number }) {
  return <span className="faint">{formatCount(index + 1)}</span>;
}

// memo forgets the type parameter; nothing else changes.
export const VirtualTableRow = memo(VirtualTableRowPlain) as typeof VirtualTableRowPlain;
