/** About which field a condition is: those of the language in groups, and the owner's own. */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FilterCondition } from '../../../../src-shared/contract/filters.ts';
import { fieldColumn } from '../../../../src-shared/custom-field.ts';
import type { BuilderWords } from './condition-box.tsx';
import { blankCondition, blankCustom, type NamedField } from './draft.ts';

const fieldGroups = {
  bought: ['bought'],
  figures: ['orders', 'allOrders', 'netMinor', 'paidMinor', 'refundMinor', 'averageMinor'],
  when: ['recencyDays', 'lastDay', 'firstDaysAgo', 'firstDay', 'rhythmDays'],
  tiers: ['tier', 'level', 'lifecycle', 'ladder', 'grade', 'r', 'f', 'm'],
  where: ['province', 'city', 'district', 'address', 'shop', 'marketplace'],
  who: ['name', 'buyerId', 'phone', 'email', 'reach', 'wish', 'certainty', 'tag', 'note'],
  others: ['buyerNote', 'sellerNote', 'excluded', 'segment'],
} as const satisfies Record<string, readonly NamedField[]>;
type GroupName = keyof typeof fieldGroups;
const groupNames: readonly GroupName[] = ['bought', 'figures', 'when', 'tiers', 'where', 'who', 'others'];

interface AskedGroup {
  readonly label: string;
  readonly options: { readonly value: string; readonly label: string; readonly blank: () => FilterCondition }[];
}

export interface FieldSelectProps {
  readonly condition: FilterCondition;
  /** What it is called that the condition asks about. */
  readonly label: string;
  readonly words: Pick<BuilderWords, 'fields'>;
  readonly isNew: boolean;
  readonly onCondition: (condition: FilterCondition) => void;
}

/** What is asked about: by the words of the language, behind them the owner's own fields by their names. */
export function FieldSelect({ condition, label, words, isNew, onCondition }: FieldSelectProps) {
  const { t } = useTranslation('segments');
  const { t: own } = useTranslation('customFields');
  const asked = condition.field === 'custom' ? fieldColumn(condition.custom) : condition.field;
  const named: AskedGroup[] = groupNames.map((group) => ({
    label: t(`fields.${group}`),
    options: fieldGroups[group].map((value: NamedField) => ({
      value,
      label: t(`field.${value}`),
      blank: () => blankCondition(value),
    })),
  }));
  const owned = words.fields.map((field) => ({
    value: fieldColumn(field.field),
    label: field.name,
    blank: () => blankCustom(field),
  }));
  const groups = owned.length === 0 ? named : [...named, { label: own('title'), options: owned }];
  const known = groups.flatMap(({ options }) => options);
  return (
    <Select<string>
      size="small"
      showSearch
      autoFocus={isNew}
      optionFilterProp="label"
      listHeight={320}
      className="b-field"
      aria-label={t('whichField')}
      // One that is gone has no entry: its number says that it is another one.
      value={known.some(({ value }) => value === asked) ? asked : label}
      options={groups}
      onChange={(chosen) => {
        const next = known.find(({ value }) => value === chosen)?.blank();
        if (next !== undefined) onCondition(next);
      }}
    />
  );
}
