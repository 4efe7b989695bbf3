/** A name in a table of the settings: changed in place, kept when the field is left or by Enter. */

import { Input } from 'antd';
import { useState } from 'react';

export interface NameFieldProps {
  readonly label: string;
  readonly name: string;
  /** False: it could not be kept, and the old name stands again. */
  readonly onKeep: (name: string) => Promise<boolean>;
}

export function NameField({ label, name, onKeep }: NameFieldProps) {
  const [typed, setTyped] = useState(name);
  const keep = async (): Promise<void> => {
    const next = typed.trim();
    if (next === '' || next === name || !(await onKeep(next))) setTyped(name);
  };
  return (
    <Input
      size="small"
      aria-label={label}
      maxLength={30}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => void keep()}
      onPressEnter={({ nativeEvent, currentTarget }) => {
        if (!nativeEvent.isComposing) currentTarget.blur();
      }}
    />
  );
}
