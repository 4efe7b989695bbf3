/** The owner's note: written in place, kept on leaving, taken back from the toast or by Ctrl+Z. */

import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface NoteEditorProps {
  readonly customer: number;
  readonly note: string | null;
}

export function NoteEditor({ customer, note }: NoteEditorProps) {
  const { t } = useTranslation('customer');
  const { act } = useAct('customers.edit');
  const undoable = useUndoableToast();
  const [typed, setTyped] = useState(note ?? '');
  useEffect(() => setTyped(note ?? ''), [note]);

  const keep = async (text: string): Promise<void> => {
    const value = text.trim() === '' ? null : text.trimEnd();
    if (value === note) return;
    const done = await act({ customer, field: 'note', value });
    if (done !== null) undoable(t('noteSaved'), done.edit);
  };
  useKeepOnLeaving(typed, keep);

  return (
    <Input.TextArea
      className="note-field"
      autoSize={{ minRows: 2, maxRows: 12 }}
      maxLength={4000}
      aria-label={t('note.title')}
      placeholder={t('note.placeholder')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep(typed)}
    />
  );
}

/** Going to another page by a key leaves the field without a blur: what is written is kept then too. */
function useKeepOnLeaving(text: string, keep: (text: string) => Promise<void>): void {
  const latest = useRef({ text, keep });
  useEffect(() => {
    latest.current = { text, keep };
  });
  useEffect(() => () => void latest.current.keep(latest.current.text), []);
}
