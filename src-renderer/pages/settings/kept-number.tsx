/** A whole number of the settings: kept when the typing is done, not at each digit. */

import { InputNumber } from 'antd';
import { useState } from 'react';

export interface KeptNumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onKeep: (value: number) => void;
}

export function KeptNumber({ label, value, min, max, onKeep }: KeptNumberProps) {
  const [typed, setTyped] = useState<number | null>(null);
  const keep = (next: number | null): void => {
    setTyped(null);
    if (next !== null && next !== value) onKeep(next);
  };
  return (
    <InputNumber
      className="kept-number"
      aria-label={label}
      min={min}
      max={max}
      precision={0}
      value={typed ?? value}
      onChange={(next) => setTyped(next)}
      onStep={(next) => keep(next)}
      onBlur={() => keep(typed)}
      onPressEnter={() => keep(typed)}
    />
  );
}
