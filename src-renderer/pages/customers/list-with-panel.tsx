/** The list itself: the table, the strip of the selection, and the panel beside. */

import type { InputRef } from 'antd';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ListedCustomer } from '../../../src-shared/contract/customers.ts';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { toggled } from '../../parts/chosen.ts';
import { ProgressLine } from '../../parts/progress-line.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import type { ColumnName } from '../../state/columns.ts';
import { type CustomerView, queryOfView, useOpenList } from '../../state/customer-filter.ts';
import { keepPlace, placeIn } from '../../state/list-place.ts';
import { MergeDialog } from '../review/merge-dialog.tsx';
import { BesideList, type Panel } from './beside-list.tsx';
import type { ExportDialog } from './export-dialog.tsx';
import type { ListMenuActs } from './list-menu.tsx';
import { ListTable } from './list-table.tsx';
import { PickStrip } from './pick-strip.tsx';
import { useRowMenu } from './row-menu.tsx';
import type { Bulk } from './use-bulk.ts';
import { useCells } from './use-cells.ts';
import type { Copier } from './use-copy.ts';
import type { useCustomerList, ViewState } from './use-customer-list.ts';
import { useListFoot } from './use-list-foot.tsx';
import { useListKeys } from './use-list-keys.ts';
import { type Picked, viewOfIds } from './use-picked.ts';
import { copyAskOf, factOf } from './what-is-taken.ts';

export interface ListWithPanelProps extends Surroundings, ViewState {
  readonly list: ReturnType<typeof useCustomerList>;
  readonly columns: readonly ColumnName[];
  readonly onColumns: (columns: readonly ColumnName[]) => void;
  /** Opens the choice of columns. */
  readonly onChooseColumns: () => void;
  readonly picked: Picked;
  readonly copier: Copier;
  readonly saving: ExportDialog;
  readonly bulk: Pick<Bulk, 'open'>;
  readonly search: RefObject<InputRef | null>;
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
  /** Where the menu above the list finds what it can do now. */
  readonly acts: RefObject<ListMenuActs | null>;
}

/** Starts anew when the filter changes. */
export function ListWithPanel(props: ListWithPanelProps) {
  const { basis, status, view, list, columns, picked, copier, saving, search, panel, setPanel } = props;
  const [here, setHere] = useHere(view);
  const [column, setColumn] = useState<string | null>(null);
  const [goTo, setGoTo] = useState<string | null>(null);
  const [gone, setGone] = useState(0);
  const grid = useFirstFocus();
  const focusList = (): void => grid.current?.focus({ preventScroll: true });
  const open = useOpen(view);
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const tierBasis = useMemo(() => listBasisOf(basis), [basis]);
  const cells = useCells(view, tierBasis);
  const print = (of: CustomerView): void => navigate(`/print?${queryOfView(of)}`);
  const ask = copyAskOf({ view, picked, columns, here, column, cells: cells.taken });
  const copy = ask === null ? null : () => copier.copy(ask);
  const acts = actsOf(props, cells.taken !== null, copy, () => setGoTo(''));
  const latestActs = props.acts;
  useEffect(() => {
    latestActs.current = acts;
  });
  const viewOf = (row: ListedCustomer | null): CustomerView => (row === null ? picked.view : viewOfIds(view, [row.id]));
  const menu = useRowMenu({
    basis: tierBasis,
    picked,
    list: acts,
    onClosed: focusList,
    onToggle: (row) => picked.selection.onChoose(toggled(picked.chosen, row.id)),
    onOpen: open,
    onPeek: () => setPanel({ kind: 'peek' }),
    onWhy: (fact) => setPanel({ kind: 'why', fact }),
    onPrint: (row) => print(viewOf(row)),
    onExport: (row) => saving.open(viewOf(row), row === null ? picked.count : 1),
    onBulk: (row) => props.bulk.open(viewOf(row)),
  });
  const go = (index: number): void => {
    setHere(index);
    setGone(gone + 1);
  };
  const askPlace = (typed: string | null): void => {
    setGoTo(typed);
    if (typed === null) focusList();
  };
  const askSum = (fact: string): void => {
    setPanel({ kind: 'sums', filter: (picked.count > 0 ? picked.view : view).filter, fact });
  };
  useListFoot({ list, picked, cells, here, asked: goTo, onAsk: askPlace, onGo: go, onAskSum: askSum });
  const toggle = (kind: 'peek' | 'why'): void => {
    if (here < 0 && list.total > 0) setHere(0);
    setPanel(panel?.kind === kind ? null : kind === 'peek' ? { kind } : { kind, fact: factOf(column) });
  };
  useListKeys({
    search,
    peek: () => toggle('peek'),
    why: () => toggle('why'),
    goTo: () => setGoTo(''),
    selectAll: list.total > 0 ? picked.all : null,
    copy,
    letGo: panel === null && picked.count > 0 ? picked.clear : null,
  });
  return (
    <div className="list-body">
      <div className="list-main">
        {list.error !== null && <p className="stop">{failureText(list.error)}</p>}
        <ListTable
          {...props}
          {...{ grid, here, setHere, open, onColumn: setColumn, onCells: cells.onCells, onDigit: setGoTo }}
          showAgain={gone}
          askMenu={menu.ask}
        />
        <PickZone {...props} onAsk={askSum} onPrint={() => print(picked.view)} />
      </div>
      <BesideList
        panel={panel}
        row={here < 0 ? undefined : list.rowAt(here)}
        basis={view.filter.shop === undefined ? basis : { ...basis, shop: view.filter.shop }}
        shops={status.shops}
        currency={list.first?.currencies[0] ?? 'CNY'}
        onPanel={setPanel}
        onOpen={(found) => open(found, here)}
      />
      {menu.menu}
    </div>
  );
}

function actsOf(
  { list, view, picked, onChooseColumns }: ListWithPanelProps,
  hasCells: boolean,
  onCopy: ListMenuActs['onCopy'],
  onGoTo: () => void,
): ListMenuActs {
  return {
    total: list.total,
    picked: picked.count,
    hasCells,
    onSelectAll: picked.all,
    onClear: picked.clear,
    onCopy,
    onGoTo,
    onColumns: onChooseColumns,
    writesTo: picked.hasAddress ? (picked.count > 0 ? picked.view : view) : null,
  };
}

interface PickZoneProps extends Pick<ListWithPanelProps, 'picked' | 'copier' | 'columns' | 'saving' | 'bulk'> {
  readonly onAsk: (fact: string) => void;
  readonly onPrint: () => void;
}

/** More do not fit side by side. */
const mostMerged = 8;

/** Beneath the list: what can be done with the rows that are picked, or how far their copying is. */
function PickZone({ picked, copier, columns, saving, bulk, onAsk, onPrint }: PickZoneProps) {
  const [merging, setMerging] = useState<readonly number[] | null>(null);
  if (copier.copying !== null) {
    const { done, total, stop } = copier.copying;
    return (
      <div className="pick-zone">
        <ProgressLine phase="copying" done={done} total={total} onCancel={stop} atOnce />
      </div>
    );
  }
  if (picked.count === 0) return null;
  const { keys, all } = picked.chosen;
  return (
    <div className="pick-zone">
      <MergeDialog
        customers={merging}
        onClose={() => setMerging(null)}
        onDone={() => {
          setMerging(null);
          picked.clear();
        }}
      />
      <PickStrip
        picked={picked}
        onMerge={all || keys.size < 2 || keys.size > mostMerged ? null : () => setMerging([...keys].map(Number))}
        onAsk={onAsk}
        onPrint={onPrint}
        onExport={() => saving.open(picked.view, picked.count)}
        onBulk={() => bulk.open(picked.view)}
        onCopy={() => copier.copy({ view: picked.view, from: 0, count: picked.count, columns, heads: true })}
      />
    </div>
  );
}

/** The list takes the keyboard when the page opens, unless it is in somebody's hands. */
function useFirstFocus(): RefObject<HTMLDivElement | null> {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement?.matches(':focus-visible') !== true) grid.current?.focus({ preventScroll: true });
  }, []);
  return grid;
}

/** The row the keyboard is on. Coming back, it is the one the list was left on, or the one a customer was stepped to since. */
function useHere(view: CustomerView): readonly [number, (index: number) => void] {
  const [here, setHere] = useState(() => {
    const opened = useOpenList.getState();
    const isOpened = opened.view !== null && queryOfView(opened.view) === queryOfView(view);
    return (isOpened ? opened.index : null) ?? placeIn(view)?.here ?? -1;
  });
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  const move = useMemo(
    () =>
      (index: number): void => {
        setHere(index);
        keepPlace(latest.current, { here: index });
      },
    [],
  );
  return [here, move];
}

function useOpen(view: CustomerView): (row: ListedCustomer, index: number) => void {
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
