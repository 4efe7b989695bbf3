/** The row of conditions above the list: search in it, last order from and to, certainty, shop, only who bought. */

import { Checkbox, DatePicker, Input, type InputRef, Segmented, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { Icon } from '../../parts/icon.tsx';
import { hasConditions, segmentOf, withCondition } from '../../state/customer-filter.ts';
import { AddCondition } from './add-condition.tsx';
import { ConditionChips } from './condition-chips.tsx';
import { WhereChip } from './where-chip.tsx';

export interface FilterRowProps {
  readonly filter: CustomerFilter;
  /** `typing`: one more letter of the same search, no step of its own for going back. */
  readonly onFilter: (filter: CustomerFilter, typing?: boolean) => void;
  readonly shops: LedgerStatus['shops'];
  /** There are likely persons, so the choice between certain and likely means something. */
  readonly hasLikely: boolean;
  readonly currency: string;
  readonly searchRef: Ref<InputRef>;
  /** Opens the nested conditions, of which the controls here know nothing. */
  readonly onBuild: () => void;
  readonly children?: ReactNode;
}

export function FilterRow({
  filter,
  onFilter,
  shops,
  hasLikely,
  currency,
  searchRef,
  onBuild,
  children,
}: FilterRowProps) {
  const { t } = useTranslation('customers');
  const { t: segments } = useTranslation('segments');
  const set = <Key extends keyof CustomerFilter>(key: Key, value: CustomerFilter[Key] | undefined): void =>
    onFilter(withCondition(filter, key, value));
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is newer than some readers of the page
    <div role="search" className="filters" aria-label={t('filters')}>
      <ListSearch
        text={filter.search ?? ''}
        inputRef={searchRef}
        onText={(text) => onFilter(withCondition(filter, 'search', text === '' ? undefined : text), true)}
      />
      <LastDays filter={filter} onFilter={onFilter} />
      {(hasLikely || filter.certainty !== undefined) && (
        <Segmented<'all' | 'certain' | 'likely'>
          size="small"
          aria-label={t('conditions.certainty')}
          value={filter.certainty ?? 'all'}
          options={(['all', 'certain', 'likely'] as const).map((value) => ({ value, label: t(`certainty.${value}`) }))}
          onChange={(value) => set('certainty', value === 'all' ? undefined : value)}
        />
      )}
      {(shops.length > 1 || filter.shop !== undefined) && (
        <Select
          size="small"
          aria-label={t('conditions.shop')}
          value={filter.shop ?? 0}
          style={{ minWidth: '13rem' }}
          options={[{ value: 0, label: t('everyShop') }, ...shops.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(shop) => set('shop', shop === 0 ? undefined : shop)}
        />
      )}
      <Checkbox
        checked={filter.withoutCounted === false}
        onChange={(event) => set('withoutCounted', event.target.checked ? false : undefined)}
      >
        <span className="nw">{t('onlyCounted')}</span>
      </Checkbox>
      <WhereChip filter={filter} currency={currency} onFilter={onFilter} onBuild={onBuild} />
      <ConditionChips filter={filter} currency={currency} onFilter={onFilter} />
      <AddCondition filter={filter} currency={currency} onFilter={onFilter} />
      {filter.where === undefined && (
        <button type="button" className="plain chip add-condition" title="B" onClick={onBuild}>
          {segments('open')}
        </button>
      )}
      {hasConditions(ownConditions(filter)) && (
        <button
          type="button"
          className="plain link nw"
          onClick={() => onFilter(segmentOf(filter) === null ? {} : { where: filter.where })}
        >
          {t('clear')}
        </button>
      )}
      <span className="filters-end">{children}</span>
    </div>
  );
}

/** What narrows the list beside the segment it is about: clearing does not leave its tab. A search has its own way out, in its field. */
function ownConditions(filter: CustomerFilter): CustomerFilter {
  const unsearched = withCondition(filter, 'search', undefined);
  return segmentOf(filter) === null ? unsearched : withCondition(unsearched, 'where', undefined);
}

function LastDays({ filter, onFilter }: Pick<FilterRowProps, 'filter' | 'onFilter'>) {
  const { t } = useTranslation('customers');
  const asDay = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day));
  const change = (days: readonly (Dayjs | null)[] | null): void => {
    const [from, to] = [days?.[0], days?.[1]].map((day) => dayOf(day?.format('YYYY-MM-DD') ?? '') ?? undefined);
    onFilter(withCondition(withCondition(filter, 'lastDayFrom', from), 'lastDayTo', to));
  };
  return (
    <DatePicker.RangePicker
      size="small"
      allowEmpty={[true, true]}
      format="YYYY-MM-DD"
      placeholder={[t('fromDay'), t('toDay')]}
      value={[asDay(filter.lastDayFrom), asDay(filter.lastDayTo)]}
      onChange={change}
    />
  );
}

interface ListSearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly inputRef: Ref<InputRef>;
}

/** Waits a moment after a key, and for the input method to finish a word. */
function ListSearch({ text, onText, inputRef }: ListSearchProps) {
  const { t } = useTranslation('customers');
  const [typed, setTyped] = useState(text);
  const [composes, setComposes] = useState(false);
  useEffect(() => setTyped(text), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait
  useEffect(() => {
    if (composes || typed === text) return;
    const wait = setTimeout(() => onText(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed, composes]);
  return (
    <Input
      ref={inputRef}
      size="small"
      className="list-search"
      prefix={<Icon name="search" />}
      suffix={typed === '' ? <span className="kbd">/</span> : null}
      placeholder={t('searchInList')}
      aria-label={t('searchInList')}
      allowClear
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        // What is typed goes first, then the field is left.
        event.preventDefault();
        if (typed === '') event.currentTarget.blur();
        else {
          setTyped('');
          onText('');
        }
      }}
      onCompositionStart={() => setComposes(true)}
      onCompositionEnd={() => setComposes(false)}
    />
  );
}
