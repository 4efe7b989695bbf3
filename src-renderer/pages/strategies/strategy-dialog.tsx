/** A strategy is described: whom, with what, for how long, and how many are held back; beside it what that would be. */

import { Button, Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { type ContactChannel, contactChannels } from '../../../src-shared/contract/follow-ups.ts';
import type { Strategy, StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useSegments, useSentence } from '../../link/use-segments.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import { contentOf } from './content-of.ts';
import { CostFields } from './cost-fields.tsx';
import { LookFacts } from './look-panel.tsx';

export interface StrategyDialogProps {
  /** null: a new one. */
  readonly strategy: Strategy | null;
  /** Whom a new one is to be about; null: nobody said. */
  readonly where: FilterNode | null;
  readonly surroundings: Surroundings;
  readonly onClose: () => void;
}

const presets = {
  everybody: { field: 'orders', from: 1 },
  regulars: { field: 'orders', from: 2 },
  lapsing: {
    all: [
      { field: 'orders', from: 2 },
      { field: 'recencyDays', from: 90, to: 365 },
    ],
  },
} as const satisfies Record<string, FilterNode>;

const fresh: Omit<StrategyContent, 'where'> = {
  name: '',
  action: '',
  channel: null,
  template: null,
  budgetMinor: null,
  buyerCostMinor: minorOf(0),
  contactCostMinor: minorOf(0),
  periodDays: 30,
  everyDays: null,
  share: 0.3,
  seed: null,
  isShared: false,
};

export function StrategyDialog({ strategy, where, surroundings, onClose }: StrategyDialogProps) {
  const { t } = useTranslation('strategies');
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(strategy === null ? 'form.fresh' : 'form.edit')}
      footer={null}
      width="84rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <StrategyForm strategy={strategy} where={where} surroundings={surroundings} onClose={onClose} />
    </Modal>
  );
}

function StrategyForm({ strategy, where, surroundings, onClose }: StrategyDialogProps) {
  const { t } = useTranslation('strategies');
  const { t: common } = useTranslation('common');
  const say = useUndoableToast();
  const [, navigate] = useLocation();
  const { act, busy } = useAct('strategies.save');
  const [content, setContent] = useState<StrategyContent>(
    strategy === null ? { ...fresh, where: where ?? presets.regulars } : contentOf(strategy),
  );
  const change = (part: Partial<StrategyContent>): void => setContent({ ...content, ...part });
  const keep = async (): Promise<void> => {
    const done = await act({ strategy: strategy?.strategy ?? null, content });
    if (done === null) return;
    say(t('did.saved', { name: content.name }), done.edit);
    onClose();
    navigate(`/strategies/${done.strategy}`);
  };
  return (
    <form
      className="strategy-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="strategy-fields">
        <label htmlFor="s-name">{t('form.name')}</label>
        <Input
          id="s-name"
          maxLength={60}
          value={content.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <label htmlFor="s-who">{t('form.audience')}</label>
        <AudienceField
          content={content}
          given={strategy?.where ?? where}
          onChange={(next) => change({ where: next })}
        />
        <label htmlFor="s-action">{t('form.action')}</label>
        <Input.TextArea
          id="s-action"
          rows={2}
          maxLength={1000}
          value={content.action}
          onChange={({ target }) => change({ action: target.value })}
        />
        <WayFields content={content} onChange={change} />
        <CostFields content={content} onChange={change} />
      </div>
      <Beside strategy={strategy} content={content} surroundings={surroundings} onChange={change}>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={content.name.trim() === ''}>
          {t('form.keep')}
        </Button>
      </Beside>
    </form>
  );
}

interface FieldsProps {
  readonly content: StrategyContent;
  readonly onChange: (part: Partial<StrategyContent>) => void;
}

const same = (a: FilterNode, b: FilterNode): boolean => JSON.stringify(a) === JSON.stringify(b);

function AudienceField(props: {
  readonly content: StrategyContent;
  readonly given: FilterNode | null;
  readonly onChange: (where: FilterNode) => void;
}) {
  const { content, given, onChange } = props;
  const { t } = useTranslation('strategies');
  const segments = useSegments() ?? [];
  const sentence = useSentence();
  const known: { key: string; label: string; where: FilterNode }[] = [
    ...(['everybody', 'regulars', 'lapsing'] as const).map((key) => ({
      key,
      label: t(`form.${key}`),
      where: presets[key],
    })),
    ...segments.map(({ segment, name }) => ({
      key: String(segment),
      label: name,
      where: { field: 'segment', in: [segment] } as const,
    })),
  ];
  const all =
    given === null || known.some(({ where }) => same(where, given))
      ? known
      : [{ key: 'given', label: t('form.current', { sentence: sentence(given) }), where: given }, ...known];
  return (
    <Select
      id="s-who"
      value={all.find(({ where }) => same(where, content.where))?.key ?? ''}
      options={all.map(({ key, label }) => ({ value: key, label }))}
      onChange={(key) => onChange(all.find((one) => one.key === key)?.where ?? content.where)}
    />
  );
}

function WayFields({ content, onChange }: FieldsProps) {
  const { t } = useTranslation('strategies');
  const { t: today } = useTranslation('today');
  const { data } = useCall('templates.list', {});
  return (
    <>
      <label htmlFor="s-channel">{t('form.channel')}</label>
      <Select
        id="s-channel"
        value={content.channel ?? 'any'}
        options={[
          { value: 'any', label: t('form.anyChannel') },
          ...contactChannels.map((one) => ({ value: one, label: today(`channels.${one}`) })),
        ]}
        onChange={(chosen: ContactChannel | 'any') => onChange({ channel: chosen === 'any' ? null : chosen })}
      />
      <label htmlFor="s-template">{t('form.template')}</label>
      <Select
        id="s-template"
        value={content.template ?? 0}
        options={[
          { value: 0, label: t('form.noTemplate') },
          ...(data?.templates ?? []).map(({ template, name }) => ({ value: template, label: name })),
        ]}
        onChange={(chosen: number) => onChange({ template: chosen === 0 ? null : chosen })}
      />
      <label htmlFor="s-days">{t('form.periodDays')}</label>
      <InputNumber
        id="s-days"
        min={1}
        max={365}
        precision={0}
        suffix={t('form.days')}
        value={content.periodDays}
        onChange={(days) => onChange({ periodDays: days ?? 30 })}
      />
      <label htmlFor="s-every">{t('form.everyDays')}</label>
      <InputNumber
        id="s-every"
        min={1}
        max={365}
        precision={0}
        suffix={t('form.days')}
        placeholder={t('form.everyNone')}
        value={content.everyDays}
        onChange={(everyDays) => onChange({ everyDays })}
      />
    </>
  );
}

interface BesideProps extends FieldsProps {
  readonly strategy: Strategy | null;
  readonly surroundings: Surroundings;
  readonly children: ReactNode;
}

/** The share held back, and what a run would be with what is written now. */
function Beside({ strategy, content, surroundings, onChange, children }: BesideProps) {
  const { t } = useTranslation('strategies');
  const asked = useDeferredValue(content);
  const { data: look } = useCall('strategies.look', {
    strategy: strategy?.strategy ?? null,
    // A name is not needed to look.
    content: { ...asked, name: asked.name.trim() === '' ? '-' : asked.name },
    basis: listBasisOf(surroundings.basis),
  });
  const suggested = look?.suggestedShare ?? null;
  return (
    <aside className="strategy-look">
      <p className="share">
        <label htmlFor="s-share">{t('form.share')}</label>
        <InputNumber
          id="s-share"
          min={0}
          max={90}
          precision={0}
          suffix="%"
          value={Math.round(100 * content.share)}
          onChange={(share) => onChange({ share: (share ?? 0) / 100 })}
        />
        {look !== undefined && (
          <span className="dim sm">
            {suggested === null
              ? t('form.shareSmall')
              : t('form.shareSuggest', { share: `${Math.round(100 * suggested)}%` })}
          </span>
        )}
        {suggested !== null && suggested !== content.share && (
          <button type="button" className="plain link" onClick={() => onChange({ share: suggested })}>
            {t('form.useShare')}
          </button>
        )}
      </p>
      <Checkbox checked={content.isShared} onChange={({ target }) => onChange({ isShared: target.checked })}>
        {t('form.shared')}
      </Checkbox>
      {look !== undefined && <LookFacts look={look} content={asked} />}
      <div className="dialog-acts">{children}</div>
    </aside>
  );
}
