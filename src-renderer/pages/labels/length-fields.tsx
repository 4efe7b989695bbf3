/** Lengths in millimetres, each typed to a tenth. */

import { InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface LengthField<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** A number of things, not a length. */
  readonly isCount?: boolean;
}

export interface LengthFieldsProps<Name extends string> {
  readonly fields: readonly LengthField<Name>[];
  readonly values: Readonly<Record<Name, number>>;
  readonly onChange: (name: Name, value: number) => void;
}

export function LengthFields<Name extends string>({ fields, values, onChange }: LengthFieldsProps<Name>) {
  const { t } = useTranslation('labels');
  const id = useId();
  return (
    <div className="lengths">
      {fields.map(({ name, label, least, most, isCount = false }) => [
        <label key={`${name} label`} className="dim sm" htmlFor={`${id}-${name}`}>
          {label}
        </label>,
        <InputNumber<number>
          key={name}
          id={`${id}-${name}`}
          size="small"
          min={least}
          max={most}
          step={isCount ? 1 : 0.1}
          precision={isCount ? 0 : 1}
          suffix={isCount ? undefined : t('mm')}
          value={values[name]}
          onChange={(value) => {
            if (value !== null && value !== values[name]) onChange(name, value);
          }}
        />,
      ])}
    </div>
  );
}
