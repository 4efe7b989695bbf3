/** A person's tags in the head of their page: given by T or the button, taken by the ×; existing ones are offered, a new one is typed. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../link/use-call.ts';
import { useTags } from '../../link/use-tags.ts';
import { Icon } from '../../parts/icon.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';

export interface TagRowProps {
  readonly customer: number;
  readonly tags: readonly string[];
}

export function TagRow({ customer, tags }: TagRowProps) {
  const { t } = useTranslation('tags');
  const { act } = useAct('customers.tag');
  const undoable = useUndoableToast();
  const [isOpen, setOpen] = useState(false);
  useKeys({ t: () => setOpen(true) });
  const turn = async (name: string, has: boolean): Promise<void> => {
    const done = await act({ customer, name, has });
    if (done !== null && done.edit !== null) undoable(t(has ? 'given' : 'taken', { name }), done.edit);
  };
  return (
    <section className="tag-row" aria-label={t('title')}>
      {tags.map((name) => (
        <span key={name} className="tag-chip">
          {name}
          <button
            type="button"
            className="plain"
            aria-label={t('take', { name })}
            onClick={() => void turn(name, false)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {isOpen ? (
        <TagField
          key={customer}
          had={tags}
          onGive={(name) => {
            setOpen(false);
            void turn(name, true);
          }}
          onClose={() => setOpen(false)}
        />
      ) : (
        <button type="button" className="plain tag-add" title={t('addHint')} onClick={() => setOpen(true)}>
          {t('add')}
        </button>
      )}
    </section>
  );
}

interface TagFieldProps {
  readonly had: readonly string[];
  readonly onGive: (name: string) => void;
  readonly onClose: () => void;
}

/** Enter gives what is typed or chosen, Esc lets it be. */
function TagField({ had, onGive, onClose }: TagFieldProps) {
  const { t } = useTranslation('tags');
  const known = useTags() ?? [];
  const [text, setText] = useState('');
  const give = (name: string): void => {
    if (name.trim() !== '') onGive(name.trim());
  };
  return (
    <span data-takes-esc="">
      <TagInput
        takesFocus
        className="tag-field"
        size="small"
        label={t('which')}
        placeholder={t('typeOne')}
        text={text}
        known={known.map(({ name }) => name).filter((name) => !had.includes(name))}
        onText={setText}
        onPick={give}
        onEnter={() => give(text)}
        onEscape={onClose}
        onBlur={onClose}
      />
    </span>
  );
}
