/** A value of a field of the owner's, written in the way of its kind. As it is written: a choice by its name, 'yes' or 'no'; '' is nothing. */

import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import { longestValue } from '../../../src-shared/custom-field.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { DayField } from '../day-field.tsx';

export interface ValueFieldProps {
  readonly field: Pick<CustomField, 'type' | 'choices'>;
  readonly label: string;
  readonly value: string;
  readonly takesFocus?: boolean;
  readonly size?: 'small' | 'middle';
  readonly onValue: (value: string) => void;
  /** It is chosen, or Enter was pressed: nothing more is to be written. */
  readonly onDone?: (value: string) => void;
}

export function ValueField(props: ValueFieldProps) {
  switch (props.field.type) {
    case 'text':
    case 'number':
      return <TypedValue {...props} />;
    case 'date':
      return <DayValue {...props} />;
    case 'choice':
    case 'yesNo':
      return <ChosenValue {...props} />;
  }
}

function TypedValue(props: ValueFieldProps) {
  const { field, label, value, takesFocus = false, size = 'middle', onValue, onDone } = props;
  const { t } = useTranslation('customFields');
  return (
    <Input
      autoFocus={takesFocus}
      size={size}
      aria-label={label}
      placeholder={t(field.type === 'number' ? 'numberHint' : 'textHint')}
      maxLength={longestValue}
      value={value}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => onValue(target.value)}
      onPressEnter={({ nativeEvent }) => {
        if (!nativeEvent.isComposing) onDone?.(value);
      }}
    />
  );
}

function DayValue({ label, value, takesFocus = false, size = 'middle', onValue, onDone }: ValueFieldProps) {
  const { t } = useTranslation('customFields');
  return (
    <DayField
      autoFocus={takesFocus}
      size={size}
      aria-label={label}
      placeholder={t('dateHint')}
      value={dayOf(value)}
      onDay={(picked) => {
        const next = picked ?? '';
        onValue(next);
        onDone?.(next);
      }}
    />
  );
}

function ChosenValue({ field, label, value, takesFocus = false, size = 'middle', onValue, onDone }: ValueFieldProps) {
  const { t } = useTranslation('customFields');
  const options =
    field.type === 'yesNo'
      ? (['yes', 'no'] as const).map((one) => ({ value: one, label: t(one) }))
      : field.choices.map(({ name }) => ({ value: name, label: name }));
  return (
    <Select<string>
      allowClear
      showSearch
      autoFocus={takesFocus}
      defaultOpen={takesFocus}
      size={size}
      aria-label={label}
      placeholder={t(options.length === 0 ? 'noChoices' : 'value')}
      {...(value === '' ? {} : { value })}
      options={options}
      onChange={(next?: string) => {
        onValue(next ?? '');
        onDone?.(next ?? '');
      }}
    />
  );
}
