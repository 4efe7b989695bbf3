/** Finds one customer of the book by name, pinyin, nick, end of the phone or order number. */

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../link/use-call.ts';

const MOST = 8;

export interface PickedPerson {
  readonly id: number;
  readonly name: string;
}

export interface PersonPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly value: PickedPerson | null;
  readonly onChange: (person: PickedPerson | null) => void;
}

export function PersonPicker({ id, label, value, onChange }: PersonPickerProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState('');
  const asked = text.trim();
  const { data } = useCall(
    'customers.find',
    { text: asked === '' ? '-' : asked, limit: MOST },
    { enabled: asked !== '' },
  );
  const hits = asked === '' ? [] : (data?.hits ?? []);
  const known = value === null || hits.some((hit) => hit.id === value.id) ? [] : [{ ...value, why: '', lastDay: null }];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      aria-label={label}
      placeholder={t('findPerson')}
      notFoundContent={asked === '' ? t('findPersonHint') : t('findNobody')}
      value={value?.id ?? null}
      options={[...known, ...hits].map((hit) => ({
        value: hit.id,
        name: hit.name,
        label: hit.lastDay === null ? hit.name : `${hit.name} · ${hit.lastDay}`,
      }))}
      onChange={(chosen: number | null | undefined, option) => {
        const name = option === undefined || Array.isArray(option) ? '' : option.name;
        onChange(chosen === null || chosen === undefined ? null : { id: chosen, name });
      }}
    />
  );
}
