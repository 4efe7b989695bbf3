/** Beside the sheet: how its letters, dates and money are read, whose shop it is, and whether to remember it. */

import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { encodingSchema, type Finding, type Mapping } from '../../../src-shared/contract/imports.ts';
import { granularities } from '../../../src-shared/contract/mappings.ts';
import { marketplaceNames, marketplaces } from '../../../src-shared/marketplace.ts';
import { useImportState } from '../../state/import.ts';

const currencies = 'CNY HKD TWD USD EUR GBP JPY KRW SGD MYR THB PHP IDR VND INR AUD CAD'.split(' ');
const dateOrders = ['ymd', 'mdy', 'dmy'] as const;

export interface MapperChoicesProps {
  readonly finding: Finding;
  readonly draft: Mapping;
  readonly onDraft: (draft: Mapping) => void;
}

export function MapperChoices({ finding, draft, onDraft }: MapperChoicesProps) {
  const { t } = useTranslation('importing');
  return (
    <aside className="imp-choices">
      {finding.encoding === null ? null : <EncodingChoice ticket={finding.ticket} encoding={finding.encoding} />}
      <MarketplaceChoice finding={finding} draft={draft} onDraft={onDraft} />
      <Choice label={t('mapGranularity')}>
        <Select
          value={draft.granularity}
          onChange={(granularity) => onDraft({ ...draft, granularity })}
          options={granularities.map((value) => ({ value, label: t(`granularity.${value}`) }))}
        />
      </Choice>
      <Choice label={t('mapDates')}>
        <Select
          value={draft.dateOrder}
          onChange={(dateOrder) => onDraft({ ...draft, dateOrder })}
          options={dateOrders.map((value) => ({ value, label: t(`dates.${value}`) }))}
        />
      </Choice>
      <Choice label={t('mapCurrency')}>
        <Select
          showSearch
          value={draft.currency}
          onChange={(currency) => onDraft({ ...draft, currency })}
          options={[...new Set([draft.currency, ...currencies])].map((value) => ({ value, label: value }))}
        />
      </Choice>
      <ShopChoice />
      <Checkbox
        checked={draft.assumePaid}
        onChange={(event) => onDraft({ ...draft, assumePaid: event.target.checked })}
      >
        {t('mapAssumePaid')}
      </Checkbox>
      <p className="faint sm" style={{ margin: '0 0 1.2rem 2.4rem' }}>
        {t('mapAssumePaidHint')}
      </p>
      <RememberChoice />
    </aside>
  );
}

/** Whose export it is: orders of one marketplace meet in one shop. */
function MarketplaceChoice({ finding, draft, onDraft }: MapperChoicesProps) {
  const { t, i18n } = useTranslation('importing');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <Choice label={t('mapMarketplace')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={draft.marketplace ?? finding.marketplace}
        onChange={(marketplace) => onDraft({ ...draft, marketplace })}
        options={marketplaces.map((value) => ({ value, label: marketplaceNames[value][language] }))}
      />
    </Choice>
  );
}

function Choice(props: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="imp-choice">
      <span className="sm">{props.label}</span>
      {props.children}
      {props.hint === undefined ? null : <span className="faint sm">{props.hint}</span>}
    </label>
  );
}

function EncodingChoice(props: { readonly ticket: string; readonly encoding: NonNullable<Finding['encoding']> }) {
  const { t } = useTranslation('importing');
  const choose = useImportState((state) => state.choose);
  return (
    <Choice label={t('mapEncoding')} hint={t('mapEncodingHint')}>
      <Select
        value={props.encoding}
        onChange={(encoding) => choose(props.ticket, { encoding })}
        options={encodingSchema.options.map((value) => ({ value, label: t(`encodings.${value}`) }))}
      />
    </Choice>
  );
}

function ShopChoice() {
  const { t } = useTranslation('importing');
  const shop = useImportState((state) => state.shop);
  const setShop = useImportState((state) => state.setShop);
  return (
    <Choice label={t('mapShop')}>
      <Input
        defaultValue={shop ?? ''}
        maxLength={200}
        placeholder={t('mapShopHint')}
        onBlur={(event) => setShop(event.target.value.trim() === '' ? null : event.target.value.trim())}
      />
    </Choice>
  );
}

function RememberChoice() {
  const { t } = useTranslation('importing');
  const remember = useImportState((state) => state.remember);
  const setRemember = useImportState((state) => state.setRemember);
  return (
    <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
      {t('mapRemember')}
    </Checkbox>
  );
}
