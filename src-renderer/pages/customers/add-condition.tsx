/** 加条件: days away, orders and net money from–to, a place to live, a way to be reached. What is set stands beside as chips. */

import { Button, Input, InputNumber, Popover, Segmented } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import { listReaches } from '../../../src-shared/contract/filters.ts';
import { decimalsOf, minorOf } from '../../../src-shared/money.ts';
import { Icon } from '../../parts/icon.tsx';
import { useTakesFocus } from '../../parts/use-takes-focus.ts';
import { withCondition } from '../../state/customer-filter.ts';

export interface AddConditionProps {
  readonly filter: CustomerFilter;
  readonly currency: string;
  readonly onFilter: (filter: CustomerFilter) => void;
}

export function AddCondition(props: AddConditionProps) {
  const { t } = useTranslation('customers');
  const [isOpen, setOpen] = useState(false);
  const apply = (filter: CustomerFilter): void => {
    setOpen(false);
    props.onFilter(filter);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      open={isOpen}
      onOpenChange={setOpen}
      content={<Conditions {...props} onFilter={apply} onClose={() => setOpen(false)} />}
    >
      <button type="button" className="plain chip add-condition" aria-expanded={isOpen} aria-haspopup="dialog">
        <Icon name="plus" />
        {t('addCondition')}
      </button>
    </Popover>
  );
}

const ranges = [
  ['recency', 'recencyFrom', 'recencyTo'],
  ['orders', 'ordersFrom', 'ordersTo'],
  ['net', 'netFrom', 'netTo'],
] as const;
type Reach = (typeof listReaches)[number] | 'any';
type Bound = (typeof ranges)[number][1 | 2];
type Draft = Partial<Record<Bound, number | null>> & {
  readonly region?: string;
  readonly reach?: CustomerFilter['reach'];
};

function Conditions({ filter, currency, onFilter, onClose }: AddConditionProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('customers');
  const unit = 10 ** decimalsOf(currency);
  const form = useTakesFocus<HTMLFormElement>();
  const [draft, setDraft] = useState<Draft>(() => draftOf(filter, unit));
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    onFilter(filterOf(filter, draft, unit));
  };
  const field = (bound: Bound, label: string): ReactNode => (
    <InputNumber
      size="small"
      controls={false}
      aria-label={label}
      placeholder={t('anyValue')}
      {...(bound.startsWith('net') ? { precision: decimalsOf(currency) } : { min: 0, precision: 0 })}
      max={999_999_999}
      value={draft[bound] ?? null}
      onChange={(value) => setDraft((before) => ({ ...before, [bound]: value }))}
    />
  );
  return (
    <form
      ref={form}
      className="conditions"
      data-takes-esc=""
      aria-label={t('addCondition')}
      onSubmit={keep}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {ranges.map(([name, from, to]) => (
        <div key={name}>
          <span>{t(`conditions.${name}`)}</span>
          {field(from, t('boundFrom', { what: t(`conditions.${name}`) }))}
          <span>–</span>
          {field(to, t('boundTo', { what: t(`conditions.${name}`) }))}
          <span className="dim">{name === 'net' ? '' : t(`conditionUnits.${name}`)}</span>
        </div>
      ))}
      <div>
        <label htmlFor="condition-region">{t('conditions.region')}</label>
        <Input
          id="condition-region"
          size="small"
          maxLength={100}
          placeholder={t('regionHint')}
          value={draft.region ?? ''}
          onChange={(event) => setDraft((before) => ({ ...before, region: event.target.value }))}
        />
      </div>
      <div>
        <span>{t('conditions.reach')}</span>
        <Segmented<Reach>
          size="small"
          aria-label={t('conditions.reach')}
          value={draft.reach ?? 'any'}
          options={(['any', ...listReaches] as const).map((value) => ({ value, label: t(`reach.${value}`) }))}
          onChange={(value) => setDraft((before) => ({ ...before, reach: value === 'any' ? undefined : value }))}
        />
      </div>
      <Button size="small" htmlType="submit">
        {t('applyConditions')}
      </Button>
    </form>
  );
}

function isMoney(bound: Bound): bound is 'netFrom' | 'netTo' {
  return bound === 'netFrom' || bound === 'netTo';
}

function draftOf(filter: CustomerFilter, unit: number): Draft {
  const inUnits = (amount: number | undefined): number | null => (amount === undefined ? null : amount / unit);
  const { recencyFrom = null, recencyTo = null, ordersFrom = null, ordersTo = null, region = '' } = filter;
  const money = { netFrom: inUnits(filter.netFrom), netTo: inUnits(filter.netTo) };
  return { recencyFrom, recencyTo, ordersFrom, ordersTo, ...money, region, reach: filter.reach };
}

/** Ends the wrong way round are turned: from is the smaller one. */
function filterOf(filter: CustomerFilter, draft: Draft, unit: number): CustomerFilter {
  let next = withCondition(filter, 'region', draft.region?.trim() || undefined);
  next = withCondition(next, 'reach', draft.reach);
  for (const [, from, to] of ranges) {
    const [one, other] = [draft[from] ?? null, draft[to] ?? null];
    const isTurned = one !== null && other !== null && one > other;
    const ends = [
      [from, isTurned ? other : one],
      [to, isTurned ? one : other],
    ] as const;
    for (const [bound, value] of ends) {
      next = isMoney(bound)
        ? withCondition(next, bound, value === null ? undefined : minorOf(Math.round(value * unit)))
        : withCondition(next, bound, value ?? undefined);
    }
  }
  return next;
}
