/** What stands in the owner's fields about a person: written in place, each with its way back; a field is made here too. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import { saidValue } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { useFields } from '../../link/use-fields.ts';
import { FieldDialog } from '../../parts/own-fields/field-dialog.tsx';
import { ValueField } from '../../parts/own-fields/value-field.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface OwnFieldsProps {
  readonly customer: number;
  readonly values: CustomerRow['fields'];
}

export function OwnFields({ customer, values }: OwnFieldsProps) {
  const { t } = useTranslation('customFields');
  const fields = useFields();
  const [isAdding, setAdding] = useState(false);
  const [writing, setWriting] = useState<number | null>(null);
  if (fields === undefined) return null;
  return (
    <>
      <h2 className="between">
        <span>{t('title')}</span>
        <button type="button" className="plain link sm nw" onClick={() => setAdding(true)}>
          {t('add')}
        </button>
      </h2>
      {fields.length > 0 && (
        <dl className="facts own-facts">
          {fields.map((field) => (
            <OwnValue
              key={field.field}
              customer={customer}
              field={field}
              value={values.find((one) => one.field === field.field)?.value ?? ''}
              isWriting={writing === field.field}
              onWriting={(is) => setWriting(is ? field.field : null)}
            />
          ))}
        </dl>
      )}
      <FieldDialog field={isAdding ? 'new' : null} onClose={() => setAdding(false)} onDone={setWriting} />
    </>
  );
}

interface OwnValueProps {
  readonly customer: number;
  readonly field: CustomField;
  readonly value: string;
  readonly isWriting: boolean;
  readonly onWriting: (isWriting: boolean) => void;
}

/** Enter, choosing and leaving keep what is written, Esc lets it be; nothing clears it. */
function OwnValue({ customer, field, value, isWriting, onWriting }: OwnValueProps) {
  const { t, i18n } = useTranslation('customFields');
  const { act } = useAct('customers.setField');
  const undoable = useUndoableToast();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const keep = async (text: string): Promise<void> => {
    const next = text.trim();
    onWriting(false);
    if (next === value) return;
    const done = await act({ customer, field: field.field, value: next === '' ? null : next });
    if (done === null) setTyped(value);
    if (done === null || done.edit === null) return;
    const said = saidValue(field.type, next, language);
    undoable(
      next === '' ? t('cleared', { name: field.name }) : t('filled', { name: field.name, value: said }),
      done.edit,
    );
  };
  const said = value === '' ? t('empty') : saidValue(field.type, value, language);
  return (
    <>
      <dt className="cut" title={field.name}>
        {field.name}
      </dt>
      <dd>
        {isWriting ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: one key for whichever field stands inside
          <span
            className="own-value-field"
            data-takes-esc=""
            onBlur={({ currentTarget, relatedTarget }) => {
              if (!currentTarget.contains(relatedTarget)) void keep(typed);
            }}
            onKeyDown={({ key, nativeEvent }) => {
              if (key !== 'Escape' || nativeEvent.isComposing) return;
              setTyped(value);
              onWriting(false);
            }}
          >
            <ValueField
              takesFocus
              size="small"
              field={field}
              label={t('fill', { name: field.name })}
              value={typed}
              onValue={setTyped}
              onDone={(next) => void keep(next)}
            />
          </span>
        ) : (
          <button
            type="button"
            className={value === '' ? 'plain own-value faint' : 'plain own-value'}
            aria-label={t('edit', { name: field.name, value: said })}
            onClick={() => onWriting(true)}
          >
            {said}
          </button>
        )}
      </dd>
    </>
  );
}
