/** A field of the owner's being made or changed: its name, what it holds, its choices. By the keyboard alone. */

import { Button, Input, type InputRef, Modal, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomField, mostChoices } from '../../../src-shared/contract/fields.ts';
import { type FieldType, fieldTypes } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { Icon } from '../icon.tsx';
import { useUndoableToast } from '../undoable.ts';
import './own-fields.css';

export interface FieldDialogProps {
  /** 'new': one is made; null: closed. */
  readonly field: CustomField | 'new' | null;
  /** What a new one may be called. */
  readonly called?: string;
  readonly onClose: () => void;
  /** It stands now, and the keyboard is back where it was. */
  readonly onDone?: (field: number) => void;
}

interface DraftChoice {
  /** null: a new one. */
  readonly choice: number | null;
  readonly name: string;
  readonly key: number;
}

export function FieldDialog({ field, called = '', onClose, onDone }: FieldDialogProps) {
  const { t } = useTranslation('customFields');
  const known = field === 'new' ? null : field;
  const nameField = useRef<InputRef>(null);
  const [name, setName] = useState('');
  const [type, setType] = useState<FieldType>('text');
  const [choices, setChoices] = useState<readonly DraftChoice[]>([]);
  const { keep, busy, kept } = useKeep(known, onClose);
  const { t: common } = useTranslation('common');
  useEffect(() => {
    const before = field === 'new' ? null : field;
    setName(before?.name ?? called.slice(0, 30));
    setType(before?.type ?? 'text');
    setChoices([...(before?.choices ?? []), { choice: null, name: '' }].map((one, key) => ({ ...one, key })));
  }, [field, called]);
  const named = choices.map((one) => ({ choice: one.choice, name: one.name.trim() })).filter((one) => one.name !== '');
  const isDoubled = new Set(named.map((one) => one.name)).size < named.length;
  const isReady = name.trim() !== '' && !(type === 'choice' && (named.length === 0 || isDoubled));
  const save = (): void => {
    if (isReady && !busy) void keep({ name: name.trim(), type, choices: named });
  };
  return (
    <Modal
      open={field !== null}
      title={known === null ? t('newField') : t('change', { name: known.name })}
      okText={t('keep')}
      cancelText={common('action.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={busy}
      destroyOnHidden
      width="48rem"
      afterOpenChange={(isOpen) => isOpen && nameField.current?.focus({ cursor: 'all' })}
      afterClose={() => {
        if (kept.current !== null) onDone?.(kept.current);
        kept.current = null;
      }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="field-form">
        <Input
          ref={nameField}
          autoFocus
          aria-label={t('name')}
          placeholder={t('nameHint')}
          maxLength={30}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={({ nativeEvent }) => {
            if (!nativeEvent.isComposing) save();
          }}
        />
        {known === null ? (
          <Segmented<FieldType>
            block
            aria-label={t('kind')}
            value={type}
            options={fieldTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
            onChange={setType}
          />
        ) : (
          <p className="dim sm">
            {t(`type.${type}`)} · {t('kindStays')}
          </p>
        )}
        {type === 'choice' && <Choices choices={choices} onChoices={setChoices} isOld={known !== null} />}
      </div>
    </Modal>
  );
}

interface Kept {
  readonly name: string;
  readonly type: FieldType;
  readonly choices: readonly { readonly choice: number | null; readonly name: string }[];
}

function useKeep(known: CustomField | null, onClose: () => void) {
  const { t } = useTranslation('customFields');
  const { act, busy } = useAct('fields.save');
  const undoable = useUndoableToast();
  const kept = useRef<number | null>(null);
  const keep = async ({ name, type, choices }: Kept): Promise<void> => {
    const asked = { field: known?.field ?? null, name, type };
    const done = await act(type === 'choice' ? { ...asked, choices: [...choices] } : asked);
    if (done === null) return;
    onClose();
    undoable(t(known === null ? 'added' : 'changed', { name }), done.edit);
    kept.current = done.field;
  };
  return { keep, busy, kept };
}

interface ChoicesProps {
  readonly choices: readonly DraftChoice[];
  readonly onChoices: (choices: readonly DraftChoice[]) => void;
  /** Somebody may have one of them. */
  readonly isOld: boolean;
}

/** Enter goes on to the next line, making one where there is none. */
function Choices({ choices, onChoices, isOld }: ChoicesProps) {
  const { t } = useTranslation('customFields');
  const list = useRef<HTMLUListElement>(null);
  const [goTo, setGoTo] = useState<number | null>(null);
  useEffect(() => {
    if (goTo === null) return;
    list.current?.querySelectorAll('input')[goTo]?.focus();
    setGoTo(null);
  }, [goTo]);
  const add = (after: number): void => {
    const isLast = after === choices.length - 1;
    if (isLast && choices.length >= mostChoices) return;
    const key = Math.max(0, ...choices.map((one) => one.key)) + 1;
    if (isLast) onChoices([...choices, { choice: null, name: '', key }]);
    setGoTo(after + 1);
  };
  return (
    <section className="field-choices" aria-label={t('choices')}>
      <ul ref={list}>
        {choices.map((one, at) => (
          <li key={one.key}>
            <Input
              size="small"
              aria-label={t('choice', { nth: at + 1 })}
              placeholder={t('choice', { nth: at + 1 })}
              maxLength={40}
              value={one.name}
              onChange={({ target: { value } }) =>
                onChoices(choices.map((other) => (other.key === one.key ? { ...other, name: value } : other)))
              }
              onPressEnter={({ nativeEvent }) => {
                if (!nativeEvent.isComposing && one.name.trim() !== '') add(at);
              }}
            />
            <button
              type="button"
              className="plain dim"
              disabled={choices.length === 1}
              aria-label={t('dropChoice', { name: one.name === '' ? t('choice', { nth: at + 1 }) : one.name })}
              onClick={() => onChoices(choices.filter((other) => other.key !== one.key))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <Button size="small" disabled={choices.length >= mostChoices} onClick={() => add(choices.length - 1)}>
        {t('addChoice')}
      </Button>
      {isOld && <p className="faint sm">{t('choicesGone')}</p>}
    </section>
  );
}
