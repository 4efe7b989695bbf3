/** 批量修改: what to change of everybody in a list or a selection, with what it would do, before it is done. By the keyboard alone. */

import { Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useFields } from '../../link/use-fields.ts';
import { useTags } from '../../link/use-tags.ts';
import { ValueField } from '../../parts/own-fields/value-field.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { type Bulk, type BulkWay, bulkWays, changeOf, useBulkPreview } from './use-bulk.ts';

export function BulkDialog({ bulk, basis }: { readonly bulk: Bulk; readonly basis: TierBasis }) {
  const { t } = useTranslation('tags');
  const { t: common } = useTranslation('common');
  const [way, setWay] = useState<BulkWay>('tagAdd');
  const [text, setText] = useState('');
  const [custom, setCustom] = useState<number | null>(null);
  const [settled, setSettled] = useState('');
  const { view } = bulk;
  useEffect(() => {
    if (view !== null) setText('');
  }, [view]);
  // Asked when typing rests: of a whole book it is a question of some tenths of a second.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const known = useTags() ?? [];
  const fields = useFields() ?? [];
  const field = fields.find((one) => one.field === custom) ?? fields[0];
  const knows = way !== 'tagRemove' || known.some(({ name }) => name === settled.trim());
  const change = knows ? changeOf(way, settled.trim(), field?.field ?? null) : null;
  const preview = useBulkPreview(view, basis, change);
  const isReady = change !== null && text === settled && preview !== undefined && preview.changed > 0;
  const carryOut = (): void => {
    if (isReady && !bulk.busy) void bulk.carryOut(change);
  };
  return (
    <Modal
      open={view !== null}
      title={t('bulk.title')}
      okText={t('bulk.carryOut', { count: preview?.changed ?? 0 })}
      cancelText={common('action.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={bulk.busy}
      destroyOnHidden
      width="60rem"
      onOk={carryOut}
      onCancel={bulk.close}
    >
      <div className="bulk-form">
        <Select<BulkWay>
          autoFocus
          aria-label={t('bulk.what')}
          value={way}
          options={bulkWays
            .filter((value) => fields.length > 0 || !value.startsWith('field'))
            .map((value) => ({ value, label: t(`bulk.way.${value}`) }))}
          onChange={(next) => {
            setWay(next);
            // What was chosen for a field is no word for a note.
            if (way === 'fieldSet' || next === 'fieldSet') setText('');
          }}
        />
        {(way === 'fieldSet' || way === 'fieldClear') && (
          <WhichField
            fields={fields}
            field={field}
            onField={(next) => {
              setCustom(next);
              setText('');
            }}
          />
        )}
        <What {...{ way, text, field }} known={known.map(({ name }) => name)} onText={setText} onEnter={carryOut} />
        <section className="bulk-preview" aria-live="polite">
          {preview === undefined ? <p className="dim">{t('bulk.unready')}</p> : <Preview preview={preview} />}
        </section>
      </div>
    </Modal>
  );
}

interface WhichFieldProps {
  readonly fields: readonly CustomField[];
  readonly field: CustomField | undefined;
  readonly onField: (field: number) => void;
}

function WhichField({ fields, field, onField }: WhichFieldProps) {
  const { t } = useTranslation('customFields');
  return (
    <Select<number>
      showSearch
      optionFilterProp="label"
      aria-label={t('which')}
      {...(field === undefined ? {} : { value: field.field })}
      options={fields.map(({ field: value, name }) => ({ value, label: name }))}
      onChange={onField}
    />
  );
}

interface WhatProps {
  /** Of the owner's own, the one that is changed. */
  readonly field: CustomField | undefined;
  readonly way: BulkWay;
  readonly text: string;
  readonly known: readonly string[];
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

function What({ way, text, field, known, onText, onEnter }: WhatProps) {
  const { t } = useTranslation('tags');
  switch (way) {
    case 'tagAdd':
    case 'tagRemove':
      return (
        <TagInput
          label={t('which')}
          placeholder={t(way === 'tagAdd' ? 'typeOne' : 'chooseOne')}
          text={text}
          known={known}
          onText={onText}
          onEnter={onEnter}
        />
      );
    case 'noteAppend':
    case 'noteReplace':
      return (
        <Input
          aria-label={t('bulk.noteText')}
          placeholder={t('bulk.noteText')}
          maxLength={1000}
          value={text}
          onChange={({ target }) => onText(target.value)}
          onPressEnter={({ nativeEvent }) => {
            if (!nativeEvent.isComposing) onEnter();
          }}
        />
      );
    case 'fieldSet':
      if (field === undefined) return null;
      return (
        <ValueField
          key={field.field}
          field={field}
          label={field.name}
          value={text}
          onValue={onText}
          {...(field.type === 'text' || field.type === 'number' ? { onDone: onEnter } : {})}
        />
      );
    case 'noteClear':
    case 'fieldClear':
      return null;
  }
}

function Preview({ preview }: { readonly preview: ResultOf<'customers.bulkPreview'> }) {
  const { t } = useTranslation('tags');
  const { total, changed, before, others, examples } = preview;
  const [only] = before;
  const asNothing = (text: string): string => (text === '' ? t('bulk.nothing') : text);
  return (
    <>
      <p>
        <b>{t('bulk.changes', { count: changed })}</b>
        <span className="dim">{t('bulk.stays', { total, same: total - changed })}</span>
      </p>
      {(before.length > 1 || (only !== undefined && only.text !== '')) && (
        <p className="dim sm">
          {t('bulk.before')}
          {before.map(({ text, count }) => t('bulk.value', { text: asNothing(text), count })).join(t('bulk.comma'))}
          {others > 0 && t('bulk.others', { count: others })}
        </p>
      )}
      {examples.length > 0 && (
        <table className="ledger">
          <thead>
            <tr>
              <th>{t('bulk.customer')}</th>
              <th>{t('bulk.was')}</th>
              <th>{t('bulk.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ customer, name, before: was, after }) => (
              <tr key={customer}>
                <td title={name}>{name}</td>
                <td className="dim" title={was}>
                  {asNothing(was)}
                </td>
                <td title={after}>{asNothing(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
