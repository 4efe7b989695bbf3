/** 联系意愿: whether, when and how somebody wants to be reached. Said in one line; changed in a small dialog, each change with its way back. */

import { Button, Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Wishes, wishChannels } from '../../../src-shared/contract/profiles.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { NoContactMark } from '../../parts/no-contact-mark.tsx';
import { TimeField } from '../../parts/time-field.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import './about.css';

export interface AboutProps {
  readonly customer: number;
  /** The day it is asked on. */
  readonly on: string;
}

/** In the head: only that somebody is not to be contacted, and when. */
export function WishMarks({ customer, on }: AboutProps) {
  const { t } = useTranslation('profile');
  const { data } = useCall('customers.about', { customer, on }, { keep: false });
  if (data === undefined) return null;
  const { optOut, quiet } = data.wishes;
  return (
    <>
      {optOut && <NoContactMark />}
      {quiet !== null && <span className="dim nw">{t('wishes.quietSays', quiet)}</span>}
    </>
  );
}

/** In the column: all of it, and the way to change it. */
export function WishesLine({ customer, on }: AboutProps) {
  const { t } = useTranslation('profile');
  const { data } = useCall('customers.about', { customer, on }, { keep: false });
  const [isOpen, setOpen] = useState(false);
  if (data === undefined) return null;
  const { optOut, quiet, channel } = data.wishes;
  const says = [
    ...(optOut ? [t('wishes.optOutMark')] : []),
    ...(channel === null ? [] : [t('wishes.prefers', { channel: t(`wishes.channels.${channel}`) })]),
    ...(quiet === null ? [] : [t('wishes.quietSays', quiet)]),
  ];
  return (
    <p className="wish-line between">
      <span className={optOut ? 'warn' : says.length === 0 ? 'faint' : undefined}>
        {says.length === 0 ? t('wishes.none') : says.join(t('wishes.and'))}
      </span>
      <button type="button" className="plain link sm nw" aria-label={t('wishes.change')} onClick={() => setOpen(true)}>
        {t('change')}
      </button>
      <WishesDialog customer={customer} wishes={data.wishes} isOpen={isOpen} onClose={() => setOpen(false)} />
    </p>
  );
}

interface WishesDialogProps {
  readonly customer: number;
  readonly wishes: Wishes;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function WishesDialog({ customer, wishes, isOpen, onClose }: WishesDialogProps) {
  const { t } = useTranslation('profile');
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('wishes.title')}
      footer={null}
      width="40rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <WishesForm customer={customer} wishes={wishes} onClose={onClose} />
    </Modal>
  );
}

function WishesForm({ customer, wishes, onClose }: Omit<WishesDialogProps, 'isOpen'>) {
  const { t } = useTranslation('profile');
  const { t: common } = useTranslation('common');
  const { act, busy } = useAct('customers.wish');
  const undoable = useUndoableToast();
  const [draft, setDraft] = useState(wishes);
  const [{ from, to }, setQuiet] = useState<{ from: string | null; to: string | null }>(
    wishes.quiet ?? { from: '', to: '' },
  );
  // Both or neither, as times.
  const quiet = from !== null && to !== null && (from === '') === (to === '') ? { from, to } : null;
  const amiss = quiet !== null ? null : from === null || to === null ? 'noTime' : 'half';
  const keep = async (): Promise<void> => {
    const done = await act({ customer, wishes: { ...draft, quiet: quiet?.from === '' ? null : quiet } });
    if (done === null) return;
    onClose();
    undoable(t('wishes.saved'), done.edit);
  };
  return (
    <form
      className="about-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (amiss === null) void keep();
      }}
    >
      <Checkbox checked={draft.optOut} onChange={(event) => setDraft({ ...draft, optOut: event.target.checked })}>
        {t('wishes.optOut')}
      </Checkbox>
      <p className="faint sm">{t('wishes.optOutWhy')}</p>
      <div className="about-row">
        <span>{t('wishes.quiet')}</span>
        <TimeField
          aria-label={t('wishes.quietFrom')}
          value={from ?? ''}
          onTime={(time) => setQuiet({ from: time, to })}
        />
        <span>–</span>
        <TimeField
          aria-label={t('wishes.quietTo')}
          example="08:00"
          value={to ?? ''}
          onTime={(time) => setQuiet({ from, to: time })}
        />
      </div>
      <div className="about-row">
        <span>{t('wishes.channel')}</span>
        <Select<NonNullable<Wishes['channel']> | 'any'>
          aria-label={t('wishes.channel')}
          value={draft.channel ?? 'any'}
          options={[
            { value: 'any' as const, label: t('wishes.anyChannel') },
            ...wishChannels.map((value) => ({ value, label: t(`wishes.channels.${value}`) })),
          ]}
          onChange={(value) => setDraft({ ...draft, channel: value === 'any' ? null : value })}
        />
      </div>
      <div className="dialog-acts">
        {amiss !== null && <span className="warn">{t(`wishes.${amiss}`)}</span>}
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={amiss !== null} loading={busy}>
          {t('keep')}
        </Button>
      </div>
    </form>
  );
}
