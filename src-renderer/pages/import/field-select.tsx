/** What a column is read as: one of the fields, or not used. */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type MappableField, mappableFields } from '../../../src-shared/contract/imports.ts';

export interface FieldSelectProps {
  readonly field: MappableField | null;
  /** What the column is, for those who hear the page. */
  readonly label: string;
  readonly onField: (field: MappableField | null) => void;
}

export function FieldSelect({ field, label, onField }: FieldSelectProps) {
  const { t } = useTranslation('importing');
  const fieldText = useTranslation('fields').t;
  return (
    <Select<MappableField | ''>
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      value={field ?? ''}
      style={{ width: '100%', minWidth: 120 }}
      popupMatchSelectWidth={false}
      aria-label={label}
      onChange={(value) => onField(value === '' ? null : value)}
      options={[
        { value: '', label: t('notUsed') },
        ...mappableFields.map((name) => ({ value: name, label: fieldText(name) })),
      ]}
    />
  );
}
