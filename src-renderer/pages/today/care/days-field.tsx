/** A number of days within words: 签收后 [3] 天. */

import { InputNumber } from 'antd';
import type { ReactNode } from 'react';

export interface DaysFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: ReactNode;
  readonly onChange: (value: number) => void;
}

export function DaysField({ label, value, min, max, unit, onChange }: DaysFieldProps) {
  return (
    <span className="days-field">
      <InputNumber
        aria-label={label}
        value={value}
        min={min}
        max={max}
        precision={0}
        // An emptied field says nothing until it says a number again.
        onChange={(next) => {
          if (next !== null) onChange(next);
        }}
      />
      <span>{unit}</span>
    </span>
  );
}
