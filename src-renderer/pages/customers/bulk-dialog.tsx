/** 批量修改: what to change of everybody in a list or a selection, with what it would do, before it is done. By the keyboard alone. */

import { Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useTags } from '../../link/use-tags.ts';
import { TagInput } from '../../parts/tag-input.tsx';
import { type Bulk, type BulkWay, bulkWays, changeOf, useBulkPreview } from './use-bulk.ts';

export function BulkDialog({ bulk, basis }: { readonly bulk: Bulk; readonly basis: TierBasis }) {
  const { t } = useTranslation('tags');
  const { t: common } = useTranslation('common');
  const [way, setWay] = useState<BulkWay>('tagAdd');
  const [text, setText] = useState('');
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
  const knows = way !== 'tagRemove' || known.some(({ name }) => name === settled.trim());
  const change = knows ? changeOf(way, settled.trim()) : null;
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
          options={bulkWays.map((value) => ({ value, label: t(`bulk.way.${value}`) }))}
          onChange={setWay}
        />
        <What way={way} text={text} known={known.map(({ name }) => name)} onText={setText} onEnter={carryOut} />
        <section className="bulk-preview" aria-live="polite">
          {preview === undefined ? <p className="dim">{t('bulk.unready')}</p> : <Preview preview={preview} />}
        </section>
      </div>
    </Modal>
  );
}

interface WhatProps {
  readonly way: BulkWay;
  readonly text: string;
  readonly known: readonly string[];
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

function What({ way, text, known, onText, onEnter }: WhatProps) {
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
    case 'noteClear':
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
