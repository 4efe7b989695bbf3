/** The person's name, changed in place: Enter or leaving keeps it, Esc lets it be, empty goes back to the file's name. */

import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface NameEditorProps {
  readonly customer: number;
  readonly name: string;
}

export function NameEditor({ customer, name }: NameEditorProps) {
  const { t } = useTranslation('customer');
  const { act } = useAct('customers.edit');
  const undoable = useUndoableToast();
  const [typed, setTyped] = useState<string | null>(null);

  const keep = async (): Promise<void> => {
    const value = (typed ?? name).trim();
    setTyped(null);
    if (typed === null || value === name) return;
    const done = await act({ customer, field: 'displayName', value: value === '' ? null : value });
    if (done !== null) undoable(value === '' ? t('nameCleared') : t('nameSaved', { name: value }), done.edit);
  };

  if (typed === null) {
    return (
      <h1>
        <button type="button" className="plain name" title={t('editName')} onClick={() => setTyped(name)}>
          {name}
        </button>
      </h1>
    );
  }
  return (
    <h1>
      <Input
        autoFocus
        className="name-field"
        aria-label={t('nameLabel')}
        value={typed}
        maxLength={200}
        data-takes-esc=""
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </h1>
  );
}
