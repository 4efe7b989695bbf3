/** The customer book: who is in it, narrowed by tiers and conditions, sorted, selected, looked at beside, opened. */

import type { InputRef } from 'antd';
import { type ReactNode, type RefObject, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { type FigureNotes, useFigureNotes } from '../../link/use-figure-notes.ts';
import { useCoinWords } from '../../parts/coin-words.ts';
import { Figure } from '../../parts/figure.tsx';
import { ExcludedToggle } from '../../parts/figure-notes.tsx';
import { GapNote } from '../../parts/gap-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useToast } from '../../parts/toast.tsx';
import type { ColumnName } from '../../state/columns.ts';
import { type CustomerView, toggleTier, withCondition, withoutTiers } from '../../state/customer-filter.ts';
import { listOf } from '../../state/list-place.ts';
import type { Panel } from './beside-list.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { useExportDialog } from './export-dialog.tsx';
import { FilterRow } from './filter-row.tsx';
import { ListActs } from './list-acts.tsx';
import { ListMenu, type ListMenuActs } from './list-menu.tsx';
import { ListWithPanel } from './list-with-panel.tsx';
import { useLastView } from './saved/use-last-view.ts';
import type { Shown } from './saved/use-view-acts.ts';
import { ViewMenu } from './saved/view-menu.tsx';
import { SegmentDialog } from './segment-dialog.tsx';
import { SegmentPanels } from './segment-panels.tsx';
import { SegmentTabs } from './segment-tabs.tsx';
import { TierStrip } from './tier-strip.tsx';
import { type Bulk, useBulk } from './use-bulk.ts';
import { useColumns } from './use-columns.tsx';
import { mostCopied, useCopy } from './use-copy.ts';
import { type ListAnswer, useCountOfAll, useCustomerList, useView } from './use-customer-list.ts';
import { type ListSegments, useListSegments } from './use-list-segments.ts';
import { type Picked, usePicked } from './use-picked.ts';
import './builder/builder.css';
import './conditions.css';
import './customers.css';
import './tier-strip.css';

export function CustomersPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <LastList {...surroundings} />;
}

/** Through the view that was used last, where nothing else is asked for. */
function LastList(surroundings: Surroundings) {
  return useLastView(surroundings.status.demo) ? <CustomerBook {...surroundings} /> : null;
}

function CustomerBook({ basis, status }: Surroundings) {
  const { view, setView } = useView();
  const { columns, density, setColumns, chooses, setChooses, menu } = useColumns();
  const tierBasis = useMemo(
    () => listBasisOf({ on: basis.on, definition: basis.definition, excluded: basis.excluded }),
    [basis.on, basis.definition, basis.excluded],
  );
  const list = useCustomerList(view, tierBasis);
  const countOfAll = useCountOfAll(view, tierBasis, list.first?.total);
  const picked = usePicked(view, tierBasis, list.total);
  const { saving, copier, bulk, dialogs } = useListTools(tierBasis, columns);
  const acts = useRef<ListMenuActs | null>(null);
  const search = useRef<InputRef>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const { filter } = view;
  const setFilter = (next: typeof filter, typing = false): void => {
    setPanel(null);
    setView({ ...view, filter: next }, typing);
  };
  const groups = useListSegments({ view, setView, basis: tierBasis, panel, setPanel });
  const { shop } = filter;
  const notes = useFigureNotes({ shop, on: basis.on });
  // Why-questions stand on the same shop as the list.
  const scoped = useMemo(() => (shop === undefined ? basis : { ...basis, shop }), [basis, shop]);

  return (
    <>
      <BookHead
        {...{ view, list, saving, bulk, picked, menu, acts, groups, setPanel }}
        shown={{ ...view, columns, density }}
        basis={tierBasis}
        gaps={notes.gaps}
      />
      <TierStrip
        counts={list.first?.tierCounts ?? {}}
        all={countOfAll ?? list.total}
        chosen={filter.tiers ?? []}
        onToggle={(tier) => setFilter(toggleTier(filter, tier))}
        onAll={() => setFilter(withoutTiers(filter))}
        none={{
          count: list.first?.noTierCount ?? 0,
          isChosen: filter.noTier === true,
          onToggle: () => setFilter(withCondition(filter, 'noTier', filter.noTier ? undefined : true)),
        }}
      />
      <FilterRow
        filter={filter}
        onFilter={setFilter}
        shops={status.shops}
        hasLikely={status.likely > 0}
        currency={list.first?.currencies[0] ?? 'CNY'}
        searchRef={search}
        onBuild={groups.build}
      >
        <ExcludedToggle notes={notes} />
        <HowCounted onAsk={() => setPanel({ kind: 'sums', filter, fact: 'netMinor' })} />
      </FilterRow>
      <div className="list-body">
        <ListWithPanel
          {...{ basis: scoped, status, view, setView, list, columns, picked, search, panel, setPanel }}
          {...{ copier, saving, bulk }}
          key={listOf(view)}
          onColumns={setColumns}
          onChooseColumns={() => setChooses(!chooses)}
          acts={acts}
        />
        <SegmentPanels
          {...{ groups, panel, view, setView }}
          basis={tierBasis}
          shops={status.shops}
          currency={list.first?.currencies[0] ?? 'CNY'}
          onClose={() => setPanel(null)}
        />
      </div>
      <SegmentDialog acts={groups.acts} />
      {dialogs}
    </>
  );
}

/** What is done with a whole list or a selection: saved as a file, copied, changed; each with its dialog. */
function useListTools(basis: TierBasis, columns: readonly ColumnName[]) {
  const saving = useExportDialog({ basis, columns });
  const say = useToast();
  const { t } = useTranslation('customers');
  const copier = useCopy(basis, (ask) =>
    say.done(t('pick.tooManyToCopy', { limit: mostCopied }), {
      label: `${t('export')}…`,
      run: () => saving.open(ask.view, ask.count),
    }),
  );
  const bulk = useBulk(basis);
  const dialogs = (
    <>
      <BulkDialog bulk={bulk} basis={basis} />
      {saving.dialog}
    </>
  );
  return { saving, copier, bulk, dialogs };
}

interface BookHeadProps {
  readonly view: CustomerView;
  readonly shown: Shown;
  readonly list: ReturnType<typeof useCustomerList>;
  readonly saving: ReturnType<typeof useExportDialog>;
  readonly bulk: Bulk;
  readonly picked: Picked;
  /** Which columns. */
  readonly menu: ReactNode;
  readonly acts: RefObject<ListMenuActs | null>;
  readonly groups: ListSegments;
  readonly basis: TierBasis;
  readonly gaps: FigureNotes['gaps'];
  readonly setPanel: (panel: Panel) => void;
}

/** What the list is called and holds, what can be done with it, and the lists that are kept. */
function BookHead({
  view,
  shown,
  list,
  saving,
  bulk,
  picked,
  menu,
  acts,
  groups,
  basis,
  gaps,
  setPanel,
}: BookHeadProps) {
  return (
    <>
      <PageTitle
        title={<TitleText />}
        say={
          <Say first={list.first} onAsk={() => setPanel({ kind: 'sums', filter: view.filter, fact: 'customers' })} />
        }
        actions={
          <>
            <ListActs
              view={view}
              total={list.total}
              on={basis.on}
              currency={list.first?.currencies[0] ?? 'CNY'}
              saving={saving}
              onBulk={() => bulk.open(picked.count > 0 ? picked.view : view)}
            />
            {menu}
            <ListMenu acts={acts} />
          </>
        }
      >
        <GapNote gaps={gaps} />
      </PageTitle>
      <div className="list-heads">
        <SegmentTabs
          view={view}
          segments={groups.segments}
          basis={basis}
          mayCount={list.first !== undefined}
          acts={groups.acts}
          onVersions={() => setPanel({ kind: 'versions' })}
          onBuild={groups.build}
        />
        <ViewMenu shown={shown} />
      </div>
    </>
  );
}

function HowCounted({ onAsk }: { readonly onAsk: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <button type="button" className="plain link nw" onClick={onAsk}>
      {t('howCounted')}
    </button>
  );
}

function TitleText() {
  const { t } = useTranslation('customers');
  return t('title');
}

/** How many, certain and likely apart; and which money they are counted in, where shops sell in several. */
function Say({ first, onAsk }: { readonly first: ListAnswer | undefined; readonly onAsk: () => void }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const coin = useCoinWords();
  if (first === undefined) return null;
  const { certain, likely } = first;
  const [shown = '', ...others] = first.currencies;
  const people = likely === 0 ? t('saySure', { certain }) : t('sayBoth', { certain, likely });
  return (
    <>
      <Figure onAsk={onAsk}>{people}</Figure>
      {others.length === 0
        ? null
        : t('oneMoney', { shown: coin.name(shown), others: others.map(coin.name).join(common('listComma')) })}
    </>
  );
}
