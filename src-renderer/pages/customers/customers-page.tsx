/** The customer book: who is in it, narrowed by tiers and conditions, sorted, selected, looked at beside, opened. */

import type { InputRef } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct } from '../../link/use-call.ts';
import { useSettings } from '../../link/use-settings.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { VirtualTable } from '../../parts/virtual-table.tsx';
import { type ColumnName, chosenColumns } from '../../state/columns.ts';
import {
  type CustomerSort,
  queryOfView,
  sortAfter,
  toggleTier,
  useOpenList,
  withCondition,
} from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { BesideList, type Panel } from './beside-list.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { tableColumns } from './customer-cells.tsx';
import { EmptyList } from './empty-list.tsx';
import { FilterRow } from './filter-row.tsx';
import { ListActs } from './list-acts.tsx';
import { ListFoot } from './list-foot.tsx';
import { sumsOf } from './list-sums.ts';
import { PickStrip, useCopyTable } from './pick-strip.tsx';
import { TierStrip } from './tier-strip.tsx';
import { type ListAnswer, useCountOfAll, useCustomerList, useView } from './use-customer-list.ts';
import { useListKeys } from './use-list-keys.ts';
import { type Picked, usePicked } from './use-picked.ts';
import { useSelectAll } from './use-select-all.ts';
import './customers.css';

export function CustomersPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <CustomerBook {...surroundings} />;
}

function CustomerBook({ basis, status }: Surroundings) {
  const { view, setView } = useView();
  const { columns, menu } = useColumns();
  const tierBasis = useMemo(() => ({ on: basis.on, definition: basis.definition }), [basis.on, basis.definition]);
  const list = useCustomerList(view, tierBasis);
  const countOfAll = useCountOfAll(view, tierBasis, list.first?.total);
  const picked = usePicked();
  const search = useRef<InputRef>(null);
  const { filter } = view;
  const setFilter = (next: typeof filter, typing = false) => setView({ ...view, filter: next }, typing);

  return (
    <>
      <PageTitle
        title={<TitleText />}
        say={<Say first={list.first} />}
        actions={
          <>
            <ListActs view={view} basis={tierBasis} columns={columns} isEmpty={list.total === 0} />
            {menu}
          </>
        }
      />
      <TierStrip
        counts={list.first?.tierCounts ?? {}}
        all={countOfAll ?? list.total}
        chosen={filter.tiers ?? []}
        onToggle={(tier) => setFilter(toggleTier(filter, tier))}
        onAll={() => setFilter(withCondition(filter, 'tiers', undefined))}
      />
      <FilterRow
        filter={filter}
        onFilter={setFilter}
        shops={status.shops}
        hasLikely={status.likely > 0}
        searchRef={search}
      />
      <ListWithPanel
        {...{ basis, status, view, setView, list, columns, picked, search }}
        key={queryOfView({ ...view, sort: { by: 'name', descending: false } })}
      />
    </>
  );
}

function TitleText() {
  const { t } = useTranslation('customers');
  return t('title');
}

/** How many, certain and likely apart. */
function Say({ first }: { readonly first: ListAnswer | undefined }) {
  const { t } = useTranslation('customers');
  if (first === undefined) return null;
  const { certain, likely } = first;
  return likely === 0 ? t('saySure', { certain }) : t('sayBoth', { certain, likely });
}

/** The owner's columns and row height, and the menu that changes them. */
function useColumns() {
  const { settings } = useSettings();
  const { act } = useAct('settings.change');
  const kept = settings?.customerColumns;
  const columns = useMemo(() => chosenColumns(kept ?? []), [kept]);
  const menu = (
    <ColumnsMenu
      shown={columns}
      density={settings?.density ?? 'normal'}
      onColumns={(next) => void act({ customerColumns: [...next] })}
      onDensity={(density) => void act({ density })}
    />
  );
  return { columns, menu };
}

interface ListWithPanelProps extends Surroundings, ReturnType<typeof useView> {
  readonly list: ReturnType<typeof useCustomerList>;
  readonly columns: readonly ColumnName[];
  readonly picked: Picked;
  readonly search: React.RefObject<InputRef | null>;
}

/** The table, the strip of the selection, and the panel beside. Starts anew when the filter changes. */
function ListWithPanel(props: ListWithPanelProps) {
  const { basis, status, view, setView, list, columns, picked, search } = props;
  const { t, i18n } = useTranslation('customers');
  const [here, setHere] = useState(() => placeLeft(view));
  const [panel, setPanel] = useState<Panel | null>(null);
  const open = useOpen(view);
  const copy = useCopyTable(columns);
  const failureText = useFailureText();
  const row = here < 0 ? undefined : list.rowAt(here);
  const chosen = picked.rows.length > 0;
  const { clear } = picked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts with nobody selected
  useEffect(() => clear, []);
  useListFoot(list, picked);
  useListKeys({
    search,
    peek: () => toggle('peek'),
    why: () => toggle('why'),
    copy: chosen ? () => void copy(picked.rows) : null,
    letGo: panel === null && chosen ? clear : null,
  });
  const toggle = (kind: Panel['kind']): void => {
    if (here < 0 && list.total > 0) setHere(0);
    setPanel(panel?.kind === kind ? null : kind === 'peek' ? { kind } : { kind, fact: 'recencyDays' });
  };
  const tickAll = useSelectAll(picked, view, { on: basis.on, definition: basis.definition }, list.total);
  const table = useMemo(
    () =>
      tableColumns(
        columns,
        { t, language: i18n.language },
        {
          onOpen: open,
          onWhy: (_row, index, fact) => {
            setHere(index);
            setPanel({ kind: 'why', fact });
          },
        },
      ),
    [columns, t, i18n.language, open],
  );
  return (
    <div className="list-body">
      <div className="list-main">
        {list.error !== null && <p className="stop">{failureText(list.error)}</p>}
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
            setView({ ...view, sort: sortAfter(view.sort, by as CustomerSort) });
          }}
          selection={picked.selection}
          tickAll={tickAll}
          here={here}
          onHere={setHere}
          onOpen={open}
          busy={list.busy}
          empty={
            list.first === undefined ? null : (
              <EmptyList filter={view.filter} status={status} onClear={() => setView({ ...view, filter: {} })} />
            )
          }
        />
        {chosen && (
          <div className="pick-zone">
            <PickStrip rows={picked.rows} columns={columns} onClear={clear} />
          </div>
        )}
      </div>
      <BesideList
        panel={panel}
        row={row}
        basis={view.filter.shop === undefined ? basis : { ...basis, shop: view.filter.shop }}
        onPanel={setPanel}
        onOpen={(found) => open(found, here)}
      />
    </div>
  );
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
    orders: first.sums.orders,
    netMinor: first.currencies.length > 1 ? null : first.sums.netMinor,
    currencies: first.currencies,
  };
  const sums = isSelection ? sumsOf(picked.rows) : ofFilter;
  useFoot({
    left: sums === undefined || list.total === 0 ? null : <ListFoot sums={sums} isSelection={isSelection} />,
    right: [t('keys.select'), t('keys.open'), t('keys.peek'), t('keys.why'), t('keys.filter')],
  });
}
