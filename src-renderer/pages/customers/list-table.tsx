/** The table of the customer list: its columns, its rows, and what a click in it does. */

import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCustomer } from '../../../src-shared/contract/customers.ts';
import { useFields } from '../../link/use-fields.ts';
import type { CellsTaken } from '../../parts/table-cells.ts';
import { VirtualTable } from '../../parts/virtual-table.tsx';
import { type ColumnName, placeColumn, toggleColumn } from '../../state/columns.ts';
import { type CustomerSort, sortAfter } from '../../state/customer-filter.ts';
import { keepPlace, placeIn } from '../../state/list-place.ts';
import { tableColumns } from './customer-cells.tsx';
import { EmptyList } from './empty-list.tsx';
import type { ListWithPanelProps } from './list-with-panel.tsx';
import type { RowMenu } from './row-menu.tsx';

export interface ListTableProps extends ListWithPanelProps {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly here: number;
  readonly showAgain: number;
  readonly setHere: (index: number) => void;
  readonly open: (row: ListedCustomer, index: number) => void;
  readonly onColumn: (key: string | null) => void;
  readonly onCells: (cells: CellsTaken | null) => void;
  readonly onDigit: (digit: string) => void;
  readonly askMenu: RowMenu['ask'];
}

export function ListTable(props: ListTableProps) {
  const { status, view, setView, list, columns, onColumns, picked, here, setHere, open, askMenu } = props;
  const { t, i18n } = useTranslation('customers');
  const { rowAt } = list;
  const fields = useFields();
  const askAt = (index: number, x: number, y: number, fact = 'recencyDays'): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    setHere(index);
    askMenu({ row, index, x, y, fact });
  };
  const latest = useRef(askAt);
  useEffect(() => {
    latest.current = askAt;
  });
  const table = useMemo(() => {
    const onMore = (index: number, x: number, y: number): void => latest.current(index, x, y);
    return tableColumns(columns, { t, language: i18n.language, fields: fields ?? [] }, { onOpen: open, onMore });
  }, [columns, t, i18n.language, fields, open]);
  const onRest = useCallback((topRow: number) => keepPlace(view, { topRow }), [view]);
  return (
    <VirtualTable<ListedCustomer>
      name="customers"
      grid={props.grid}
      label={t('table')}
      columns={table}
      total={list.total}
      rowAt={rowAt}
      loadWindow={list.loadWindow}
      startRow={placeIn(view)?.topRow}
      onRest={onRest}
      sort={view.sort}
      onSort={(name, descending) => {
        setHere(-1);
        // Only sortable columns can be clicked, and they are named after their sort.
        const by = name as CustomerSort;
        setView({ ...view, sort: descending === undefined ? sortAfter(view.sort, by) : { by, descending } });
      }}
      columnActs={{
        onMove: (from, to) => onColumns(placeColumn(columns, from, to)),
        // The columns are named after what they show.
        onHide: (name) => onColumns(toggleColumn(columns, name as ColumnName)),
        onChoose: props.onChooseColumns,
      }}
      selection={picked.selection}
      tickAll={{
        state: picked.count === 0 ? 'none' : picked.count >= list.total ? 'all' : 'some',
        toggle: picked.count > 0 ? picked.clear : picked.all,
      }}
      here={here}
      showAgain={props.showAgain}
      onHere={setHere}
      onColumn={props.onColumn}
      onCells={props.onCells}
      onDigit={props.onDigit}
      onOpen={open}
      onMenu={({ index, x, y, target }) => askAt(index, x, y, factAt(target))}
      busy={list.busy}
      onlyWhole={props.panel !== null}
      empty={
        list.first === undefined ? null : (
          <EmptyList filter={view.filter} status={status} onFilter={(filter) => setView({ ...view, filter })} />
        )
      }
    />
  );
}

/** The figure a row's menu was asked on. */
function factAt(target: Element): string | undefined {
  const figure = target.closest('[role="gridcell"]')?.querySelector('[data-fact]');
  return figure?.getAttribute('data-fact') ?? undefined;
}
