/** What can be done with a column: by the other mouse button on its head, by its …, or by Shift F10. */

import type { MenuProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceMenu } from './place-menu.tsx';

export interface HeadPlace {
  /** Place among the columns. */
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** What a list lets be done with its columns. Without one, the menu does not offer it. */
export interface ColumnActs {
  readonly onMove?: (from: number, to: number) => void;
  readonly onHide?: (column: string) => void;
  /** Opens the choice of all columns. */
  readonly onChoose?: () => void;
}

export interface HeadMenuActs extends ColumnActs {
  readonly count: number;
  /** Columns at the left that stay where they are. */
  readonly fixed: number;
  readonly keyOf: (column: number) => string;
  readonly onSort: ((column: number, descending: boolean) => void) | undefined;
  readonly canSort: (column: number) => boolean;
  readonly onWiden: (column: number, by: number) => void;
  readonly onFit: (column: number) => void;
  readonly onResetWidths: () => void;
}

export interface HeadMenu {
  readonly ask: (place: HeadPlace) => void;
  /** To be drawn by the table. */
  readonly menu: ReactNode;
}

export const widenStep = 16;

export function useHeadMenu(acts: HeadMenuActs): HeadMenu {
  const [place, setPlace] = useState<HeadPlace | null>(null);
  const items = useItems(place?.column ?? -1, acts);
  const close = (): void => setPlace(null);
  const menu = place !== null && (
    <PlaceMenu key={`${place.column}/${place.x}`} x={place.x} y={place.y} items={items} onClose={close} />
  );
  return { ask: setPlace, menu };
}

type Items = NonNullable<MenuProps['items']>;

function useItems(column: number, acts: HeadMenuActs): Items {
  const { t } = useTranslation('common');
  if (column < 0) return [];
  const { onSort, onMove, onHide, onChoose, fixed, count } = acts;
  const isFixed = column < fixed;
  const sorts: Items =
    onSort === undefined
      ? []
      : [
          {
            key: 'up',
            label: t('column.ascending'),
            disabled: !acts.canSort(column),
            onClick: () => onSort(column, false),
          },
          {
            key: 'down',
            label: t('column.descending'),
            disabled: !acts.canSort(column),
            onClick: () => onSort(column, true),
          },
          { type: 'divider' },
        ];
  const moves: Items =
    onMove === undefined
      ? []
      : [
          {
            key: 'left',
            label: t('column.left'),
            extra: 'Alt ←',
            disabled: isFixed || column <= fixed,
            onClick: () => onMove(column, column - 1),
          },
          {
            key: 'right',
            label: t('column.right'),
            extra: 'Alt →',
            disabled: isFixed || column >= count - 1,
            onClick: () => onMove(column, column + 1),
          },
          { type: 'divider' },
        ];
  const widths: Items = [
    { key: 'narrower', label: t('column.narrower'), extra: 'Shift ←', onClick: () => acts.onWiden(column, -widenStep) },
    { key: 'wider', label: t('column.wider'), extra: 'Shift →', onClick: () => acts.onWiden(column, widenStep) },
    { key: 'fit', label: t('column.fit'), onClick: () => acts.onFit(column) },
    { key: 'reset', label: t('column.resetWidths'), onClick: acts.onResetWidths },
  ];
  const choice: Items = [
    ...(onHide === undefined
      ? []
      : [{ key: 'hide', label: t('column.hide'), disabled: isFixed, onClick: () => onHide(acts.keyOf(column)) }]),
    ...(onChoose === undefined ? [] : [{ key: 'choose', label: t('column.choose'), onClick: onChoose }]),
  ];
  return [...sorts, ...moves, ...widths, ...(choice.length === 0 ? [] : [{ type: 'divider' as const }, ...choice])];
}
