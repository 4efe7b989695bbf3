/** The list itself: the table, the strip of the selection, and the panel beside. */

import type { InputRef } from 'antd';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useFailureText } from '../../parts/toast.tsx';
import { VirtualTable } from '../../parts/virtual-table.tsx';
import type { ColumnName } from '../../state/columns.ts';
import {
  type CustomerSort,
  type CustomerView,
  queryOfView,
  sortAfter,
  useOpenList,
} from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { BesideList, type Panel } from './beside-list.tsx';
import { tableColumns } from './customer-cells.tsx';
import { EmptyList } from './empty-list.tsx';
import { useExportDialog } from './export-dialog.tsx';
import { ListFoot } from './list-foot.tsx';
import { sumsOf } from './list-sums.ts';
import { PickStrip, useCopyTable } from './pick-strip.tsx';
import { type RowMenu, useRowMenu } from './row-menu.tsx';
import type { useCustomerList, ViewState } from './use-customer-list.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Picked } from './use-picked.ts';
import { useSelectAll } from './use-select-all.ts';

export interface ListWithPanelProps extends Surroundings, ViewState {
  readonly list: ReturnType<typeof useCustomerList>;
  readonly columns: readonly ColumnName[];
  readonly picked: Picked;
  readonly search: RefObject<InputRef | null>;
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
}

/** Where the keyboard is, and the ways to move it. */
interface Place {
  readonly here: number;
  readonly setHere: (index: number) => void;
  readonly open: (row: CustomerRow, index: number) => void;
  readonly ask: RowMenu['ask'];
}

/** Starts anew when the filter changes. */
export function ListWithPanel(props: ListWithPanelProps) {
  const { basis, view, list, columns, picked, search, panel, setPanel } = props;
  const [here, setHere] = useState(() => placeLeft(view));
  const open = useOpen(view);
  const copy = useCopyTable(columns);
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const { open: openExport, dialog } = useExportDialog({
    basis: { on: basis.on, definition: basis.definition },
    columns,
  });
  const print = (ids: readonly number[]): void => navigate(`/print?${queryOfView(viewOfIds(view, ids))}`);
  const save = (ids: readonly number[]): void => openExport(viewOfIds(view, ids), ids.length);
  const pickedIds = picked.rows.map(({ id }) => id);
  const { ask, menu } = useRowMenu({
    basis: { on: basis.on, definition: basis.definition },
    picked: picked.rows,
    onOpen: open,
    onPeek: () => setPanel({ kind: 'peek' }),
    onWhy: (fact) => setPanel({ kind: 'why', fact }),
    onPrint: print,
    onExport: save,
  });
  const chosen = picked.rows.length > 0;
  const { clear } = picked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts with nobody selected
  useEffect(() => clear, []);
  useListFoot(list, picked);
  const toggle = (kind: 'peek' | 'why'): void => {
    if (here < 0 && list.total > 0) setHere(0);
    setPanel(panel?.kind === kind ? null : kind === 'peek' ? { kind } : { kind, fact: 'recencyDays' });
  };
  useListKeys({
    search,
    peek: () => toggle('peek'),
    why: () => toggle('why'),
    copy: chosen ? () => void copy(picked.rows) : null,
    letGo: panel === null && chosen ? clear : null,
  });
  return (
    <div className="list-body">
      <div className="list-main">
        {list.error !== null && <p className="stop">{failureText(list.error)}</p>}
        <ListTable {...props} {...{ here, setHere, open, ask }} />
        {chosen && (
          <div className="pick-zone">
            <PickStrip
              rows={picked.rows}
              columns={columns}
              onPrint={() => print(pickedIds)}
              onExport={() => save(pickedIds)}
              onClear={clear}
            />
          </div>
        )}
      </div>
      <BesideList
        panel={panel}
        row={here < 0 ? undefined : list.rowAt(here)}
        basis={view.filter.shop === undefined ? basis : { ...basis, shop: view.filter.shop }}
        onPanel={setPanel}
        onOpen={(found) => open(found, here)}
      />
      {dialog}
      {menu}
    </div>
  );
}

function ListTable(props: ListWithPanelProps & Place) {
  const { basis, status, view, setView, list, columns, picked, here, setHere, open, ask } = props;
  const { t, i18n } = useTranslation('customers');
  const tickAll = useSelectAll(picked, view, { on: basis.on, definition: basis.definition }, list.total);
  const { rowAt } = list;
  const askAt = (index: number, x: number, y: number, fact = 'recencyDays'): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    setHere(index);
    ask({ row, index, x, y, fact });
  };
  const latest = useRef(askAt);
  useEffect(() => {
    latest.current = askAt;
  });
  const table = useMemo(() => {
    const onMore = (index: number, x: number, y: number): void => latest.current(index, x, y);
    return tableColumns(columns, { t, language: i18n.language }, { onOpen: open, onMore });
  }, [columns, t, i18n.language, open]);
  return (
    <VirtualTable<CustomerRow>
      name="customers"
      label={t('table')}
      columns={table}
      total={list.total}
      rowAt={picked.watch(list.rowAt)}
      loadWindow={list.loadWindow}
      sort={view.sort}
      onSort={(by) => {
        setHere(-1);
        // Only sortable columns can be clicked, and they are named after their sort.
        setView({ ...view, sort: sortAfter(view.sort, by as CustomerSort) });
      }}
      selection={picked.selection}
      tickAll={tickAll}
      here={here}
      onHere={setHere}
      onOpen={open}
      onMenu={({ index, x, y, target }) => askAt(index, x, y, factAt(target))}
      busy={list.busy}
      empty={
        list.first === undefined ? null : (
          <EmptyList filter={view.filter} status={status} onClear={() => setView({ ...view, filter: {} })} />
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

/** Just these customers, in the order of the list and with the figures of its shop. */
function viewOfIds({ filter, sort }: CustomerView, ids: readonly number[]): CustomerView {
  return { filter: { ...(filter.shop === undefined ? {} : { shop: filter.shop }), ids: [...ids] }, sort };
}

/** Coming back from a customer, the list stands where it was left; -1 when it is another list. */
function placeLeft(view: ListWithPanelProps['view']): number {
  const left = useOpenList.getState();
  const isSame = left.view !== null && queryOfView(left.view) === queryOfView(view);
  return isSame ? (left.index ?? -1) : -1;
}

function useOpen(view: ListWithPanelProps['view']): (row: CustomerRow, index: number) => void {
  const [, navigate] = useLocation();
  const openFrom = useOpenList((state) => state.openFrom);
  return useMemo(
    () => (row, index) => {
      openFrom(view, index);
      navigate(`/customers/${row.id}`);
    },
    [navigate, openFrom, view],
  );
}

function useListFoot(list: ListWithPanelProps['list'], picked: Picked): void {
  const { t } = useTranslation('customers');
  const isSelection = picked.rows.length > 0;
  const { first } = list;
  const ofFilter = first && {
    customers: first.total,
    buyers: first.buyers,
    orders: first.sums.orders,
    netMinor: first.sums.netMinor,
    // The list itself keeps to one currency; the title says which.
    currencies: first.currencies.slice(0, 1),
  };
  const sums = isSelection ? sumsOf(picked.rows) : ofFilter;
  useFoot({
    left: sums === undefined || list.total === 0 ? null : <ListFoot sums={sums} isSelection={isSelection} />,
    right: [t('keys.select'), t('keys.open'), t('keys.peek'), t('keys.why'), t('keys.filter')],
  });
}
