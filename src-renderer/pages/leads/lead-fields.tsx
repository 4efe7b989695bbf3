/** Stage and source of a lead, changed where they stand. Each change can be taken back. */

import { AutoComplete, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParamsOf } from '../../../src-shared/contract/index.ts';
import { type Lead, type LeadStep, leadSteps } from '../../../src-shared/contract/leads.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface LeadFieldProps {
  readonly lead: Pick<Lead, 'customer' | 'name' | 'stage' | 'source'>;
}

/** Says what was done, with the way back. */
export function useSetLead(): (asked: ParamsOf<'leads.set'>, said: string) => Promise<void> {
  const { act } = useAct('leads.set');
  const say = useUndoableToast();
  return async (asked, said) => {
    const done = await act(asked);
    if (done !== null && done.edit !== null) say(said, done.edit);
  };
}

export function StageField({ lead: { customer, name, stage } }: LeadFieldProps) {
  const { t } = useTranslation('leads');
  const set = useSetLead();
  const [isLosing, setLosing] = useState(false);
  if (stage === 'won') return <b className="good">{t('stages.won')}</b>;
  const go = (next: LeadStep, reason?: string): void =>
    void set(
      { customer, stage: next, ...(reason === undefined ? {} : { reason }) },
      t('went', { name, stage: t(`stages.${next}`) }),
    );
  return (
    <>
      <Select<LeadStep>
        size="small"
        aria-label={t('stageOf', { name })}
        value={stage}
        popupMatchSelectWidth={false}
        options={leadSteps.map((value) => ({ value, label: t(`stages.${value}`) }))}
        onChange={(next) => (next === 'lost' ? setLosing(true) : go(next))}
      />
      <LostDialog
        name={name}
        isOpen={isLosing}
        onClose={() => setLosing(false)}
        onLost={(reason) => {
          setLosing(false);
          go('lost', reason);
        }}
      />
    </>
  );
}

interface LostDialogProps {
  readonly name: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onLost: (reason: string) => void;
}

const usualReasons = ['price', 'elsewhere', 'silent', 'later', 'notOurs'] as const;

function LostDialog({ name, isOpen, onClose, onLost }: LostDialogProps) {
  const { t } = useTranslation('leads');
  const { t: common } = useTranslation('common');
  const [reason, setReason] = useState('');
  return (
    <Modal
      open={isOpen}
      title={t('lostTitle', { name })}
      okText={t('lostDone')}
      cancelText={common('action.cancel')}
      destroyOnHidden
      afterClose={() => setReason('')}
      onOk={() => onLost(reason.trim())}
      onCancel={onClose}
    >
      <div className="lead-reasons">
        {usualReasons.map((one) => (
          <Button key={one} size="small" onClick={() => setReason(t(`usual.${one}`))}>
            {t(`usual.${one}`)}
          </Button>
        ))}
      </div>
      <Input
        autoFocus
        aria-label={t('lostWhy')}
        placeholder={t('lostWhy')}
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onPressEnter={({ nativeEvent }) => {
          if (!nativeEvent.isComposing) onLost(reason.trim());
        }}
      />
    </Modal>
  );
}

const usualSources = ['friend', 'live', 'store', 'card', 'group'] as const;

/** Kept on leaving the field, and by Enter. */
export function SourceField({ lead: { customer, name, source } }: LeadFieldProps) {
  const { t } = useTranslation('leads');
  const set = useSetLead();
  const [draft, setDraft] = useState<string | null>(null);
  const keep = (value: string): void => {
    setDraft(null);
    const next = value.trim();
    if (next !== source) void set({ customer, source: next }, t('sourceKept', { name, source: next }));
  };
  return (
    <AutoComplete
      size="small"
      className="lead-source"
      aria-label={t('sourceOf', { name })}
      placeholder={t('noSource')}
      value={draft ?? source}
      options={usualSources.map((one) => ({ value: t(`from.${one}`) }))}
      onChange={(value: string) => setDraft(value.slice(0, 60))}
      onSelect={(value: string) => keep(value)}
      onBlur={() => draft !== null && keep(draft)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && draft !== null) keep(draft);
      }}
    />
  );
}
