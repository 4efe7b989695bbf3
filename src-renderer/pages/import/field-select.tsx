/** What a column is read as: a field of the order, a field of the owner's own, tags, or not used. */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type MappableField, mappableFields } from '../../../src-shared/contract/imports.ts';
import type { OwnTarget } from '../../../src-shared/contract/mappings.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useFields } from '../../link/use-fields.ts';

export type ColumnTarget = MappableField | OwnTarget;

export interface FieldSelectProps {
  readonly field: ColumnTarget | null;
  /** What the column is, for those who hear the page. */
  readonly label: string;
  readonly onField: (field: ColumnTarget | null) => void;
  /** Asked for a field there is not yet; without it none can be made from here. */
  readonly onNew?: () => void;
}

const NEW = 'new';

export function FieldSelect({ field, label, onField, onNew }: FieldSelectProps) {
  const { t } = useTranslation('importing');
  const fieldText = useTranslation('fields').t;
  const fields = useFields();
  const own = (fields ?? []).map(({ field: id, name }) => ({ value: fieldColumn(id), label: name }));
  return (
    <Select<ColumnTarget | '' | typeof NEW>
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      value={field ?? ''}
      style={{ width: '100%', minWidth: 120 }}
      popupMatchSelectWidth={false}
      aria-label={label}
      onChange={(value) => {
        if (value === NEW) onNew?.();
        else onField(value === '' ? null : value);
      }}
      options={[
        { value: '', label: t('notUsed') },
        {
          label: t('own.group'),
          options: [
            { value: 'tags', label: t('own.tags') },
            ...own,
            ...(onNew === undefined ? [] : [{ value: NEW, label: t('own.newField') }]),
          ],
        },
        { label: t('own.ofOrder'), options: mappableFields.map((name) => ({ value: name, label: fieldText(name) })) },
      ]}
    />
  );
}
