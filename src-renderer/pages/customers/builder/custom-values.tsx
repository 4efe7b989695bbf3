/** What is asked of a field of the owner's, in the way of its kind; of every kind whether there is anything. */

import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomField } from '../../../../src-shared/contract/fields.ts';
import { type CustomCondition, presenceTests, type Range } from '../../../../src-shared/contract/filters.ts';
import { blankCustom } from './draft.ts';
import { ChoicesField, DaysField, TestField, WordsField } from './value-fields.tsx';

export interface CustomValuesProps {
  readonly condition: CustomCondition;
  /** undefined: it is gone. */
  readonly field: CustomField | undefined;
  readonly label: string;
  readonly onCondition: (condition: CustomCondition) => void;
}

export function CustomValues({ condition, field, label, onCondition }: CustomValuesProps) {
  const { t } = useTranslation('customFields');
  if (field === undefined) return <p className="dim">{t('gone')}</p>;
  if (field.type === 'text') return <TextAsked {...{ condition, label, onCondition }} />;
  const { custom } = condition;
  const base = { field: 'custom', custom } as const;
  return (
    <span className="b-product">
      <Way {...{ condition, label, onCondition }} field={field} />
      {field.type === 'choice' && 'in' in condition && (
        <ChoicesField
          label={label}
          chosen={condition.in}
          options={field.choices.map(({ choice, name }) => ({ value: choice, label: name }))}
          onChosen={(chosen) => onCondition({ ...base, in: chosen })}
        />
      )}
      {field.type === 'date' && 'days' in condition && (
        <DaysField label={label} days={condition.days} onDays={(days = {}) => onCondition({ ...base, days })} />
      )}
      {field.type === 'number' && !('test' in condition) && (
        <NumberRange
          label={label}
          range={condition as Range}
          onRange={({ from, to }) =>
            onCondition({ ...base, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
          }
        />
      )}
    </span>
  );
}

type WayName = 'value' | 'between' | 'yes' | 'no' | (typeof presenceTests)[number];

function wayOf(condition: CustomCondition, type: CustomField['type']): WayName {
  if ('test' in condition) return condition.test === 'filled' || condition.test === 'empty' ? condition.test : 'value';
  if ('is' in condition) return condition.is ? 'yes' : 'no';
  return type === 'number' ? 'between' : 'value';
}

/** Its value, or whether there is one at all; of yes and no, which. */
function Way({
  condition,
  field,
  label,
  onCondition,
}: Omit<CustomValuesProps, 'field'> & { readonly field: CustomField }) {
  const { t } = useTranslation('customFields');
  const { t: segments } = useTranslation('segments');
  const { custom } = condition;
  const first: readonly WayName[] =
    field.type === 'yesNo' ? ['yes', 'no'] : [field.type === 'number' ? 'between' : 'value'];
  return (
    <Select<WayName>
      size="small"
      className="b-test"
      aria-label={segments('howTested', { what: label })}
      popupMatchSelectWidth={false}
      value={wayOf(condition, field.type)}
      options={[...first, ...presenceTests].map((value) => ({ value, label: t(`ask.${value}`) }))}
      onChange={(way) => {
        if (way === 'filled' || way === 'empty') onCondition({ field: 'custom', custom, test: way });
        else if (way === 'yes' || way === 'no') onCondition({ field: 'custom', custom, is: way === 'yes' });
        else onCondition(blankCustom(field));
      }}
    />
  );
}

function TextAsked({ condition, label, onCondition }: Omit<CustomValuesProps, 'field'>) {
  const { t } = useTranslation('segments');
  const { custom } = condition;
  const test = 'test' in condition ? condition.test : 'contains';
  const texts = 'texts' in condition ? condition.texts : [];
  return (
    <span className="b-product">
      <TestField
        label={t('howTested', { what: label })}
        test={test}
        hasPresence
        onTest={(next) =>
          onCondition(
            next === 'filled' || next === 'empty'
              ? { field: 'custom', custom, test: next }
              : { field: 'custom', custom, test: next, texts },
          )
        }
      />
      {test !== 'filled' && test !== 'empty' && (
        <WordsField
          label={label}
          texts={texts}
          known={null}
          onTexts={(next) => onCondition({ field: 'custom', custom, test, texts: next })}
        />
      )}
    </span>
  );
}

interface NumberRangeProps {
  readonly label: string;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

/** Parts of one and negative numbers too. */
function NumberRange({ label, range, onRange }: NumberRangeProps) {
  const { t } = useTranslation('segments');
  const end = (which: 'from' | 'to') => (
    <InputNumber
      size="small"
      controls={false}
      min={-1e15}
      max={1e15}
      placeholder={t('noLimit')}
      aria-label={t(which, { what: label })}
      value={range[which] ?? null}
      onChange={(value) => onRange({ ...range, [which]: value ?? undefined })}
    />
  );
  return (
    <span className="b-range">
      {end('from')}
      <span aria-hidden="true">–</span>
      {end('to')}
    </span>
  );
}
