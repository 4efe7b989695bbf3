/** One row of the virtual table, drawn at its place; empty while its window is on the way. */

// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs, so that only rows in view exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself takes the keyboard
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid itself takes the keyboard

import { memo, type MouseEvent as ReactMouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
  readonly onPoint: (index: number, event: ReactMouseEvent) => void;
  readonly onTick: (index: number, event: ReactMouseEvent) => void;
  readonly onOpen: (index: number) => void;
}

function VirtualTableRowPlain<Row>(props: RowProps<Row>) {
  const { index, row, placed, isSelected } = props;
  const { t } = useTranslation('common');
  const names = ['vt-row', index % 5 === 4 && 'r5', props.isHere && 'here'].filter(Boolean).join(' ');
  return (
    <div
      id={props.id}
      className={names}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? props.isHere}
      style={{
        gridTemplateColumns: placed.template,
        height: props.height,
        transform: `translateY(${props.top}px)`,
        width: `max(100%, ${placed.width}px)`,
      }}
      onClick={(event) => props.onPoint(index, event)}
      onDoubleClick={() => props.onOpen(index)}
    >
      {isSelected === undefined ? null : (
        <div
          className="vt-c tick kept"
          role="gridcell"
          style={{ left: 0 }}
          title={t('table.selectRow')}
          onClick={(event) => {
            event.stopPropagation();
            props.onTick(index, event);
          }}
        >
          <Box state={isSelected ? 'all' : 'none'} />
        </div>
      )}
      {placed.columns.map((one) => (
        <div
          key={one.column.key}
          className={`${classOf(one.column, 'vt-c')}${row === undefined ? '' : ` ${one.column.cellClass?.(row) ?? ''}`}`}
          role="gridcell"
          style={keptStyle(one)}
        >
          {row === undefined ? null : <span className="cut">{one.column.cell(row, index)}</span>}
        </div>
      ))}
    </div>
  );
}

// memo forgets the type parameter; nothing else changes.
export const VirtualTableRow = memo(VirtualTableRowPlain) as typeof VirtualTableRowPlain;
