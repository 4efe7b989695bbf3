/** A rule of care being written, at the right: when, whom, what to do, how long; and at once what it would ask for. */

import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CareRuleContent } from '../../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { type ContactChannel, contactChannels } from '../../../../src-shared/contract/follow-ups.ts';
import { useCall } from '../../../link/use-call.ts';
import { useSegments, useSentence } from '../../../link/use-segments.ts';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { DaysField } from './days-field.tsx';
import { type Draft, isWhole, ofKind } from './draft.ts';
import { DryRun } from './dry-run.tsx';
import { HoldoutField } from './holdout-field.tsx';
import { TriggerFields } from './trigger-fields.tsx';

export interface RuleEditorProps {
  readonly draft: Draft;
  readonly basis: TierBasis;
  readonly capacity: number;
  readonly isBusy: boolean;
  readonly onDraft: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

interface PartProps {
  readonly content: CareRuleContent;
  readonly onChange: (change: Partial<CareRuleContent>) => void;
}

export function RuleEditor({ draft, basis, capacity, isBusy, onDraft, onSave, onClose }: RuleEditorProps) {
  const { t } = useTranslation('care');
  const { content } = draft;
  const change = (part: Partial<CareRuleContent>): void => onDraft({ ...draft, content: { ...content, ...part } });
  const isReady = content.name.trim() !== '' && isWhole(content);
  return (
    <SidePanel title={t(draft.rule === null ? 'newRule' : 'changeRule')} onClose={onClose}>
      <form
        className="rule-editor care-editor"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSave();
        }}
      >
        <div className="rule-field">
          <label className="dim" htmlFor="care-name">
            {t('name')}
          </label>
          <Input
            id="care-name"
            value={content.name}
            maxLength={60}
            placeholder={t('namePlaceholder')}
            onChange={(event) => change({ name: event.target.value })}
          />
        </div>
        <TriggerFields
          trigger={content.trigger}
          basis={basis}
          onKind={(kind) => onDraft({ ...draft, content: ofKind(content, kind) })}
          onTrigger={(trigger) => change({ trigger })}
        />
        <Whom content={content} onChange={change} />
        <What content={content} onChange={change} />
        <Terms content={content} onChange={change} />
        <HoldoutField content={content} onChange={change} />
        <DryRun draft={draft} basis={basis} capacity={capacity} />
        <div className="rule-acts">
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>
            {t(content.on ? 'save' : 'saveOff')}
          </Button>
          <Button onClick={onClose}>{t('giveUp')}</Button>
        </div>
      </form>
    </SidePanel>
  );
}

/** Everybody, a segment, or conditions that were written elsewhere and stay as they are. */
function Whom({ content: { where }, onChange }: PartProps) {
  const { t } = useTranslation('care');
  const sentence = useSentence();
  const segments = useSegments() ?? [];
  const chosen =
    where === null
      ? 'all'
      : 'field' in where && where.field === 'segment' && where.in.length === 1
        ? String(where.in[0])
        : 'own';
  return (
    <div className="rule-field">
      <span className="dim">{t('whom')}</span>
      <div className="trigger-fields">
        <Select
          aria-label={t('whom')}
          value={chosen}
          options={[
            { value: 'all', label: t('everybody') },
            ...segments.map(({ segment, name }) => ({ value: String(segment), label: name })),
            ...(chosen === 'own' && where !== null ? [{ value: 'own', label: sentence(where) }] : []),
          ]}
          onChange={(value) => {
            if (value === 'own') return;
            onChange({ where: value === 'all' ? null : { field: 'segment', in: [Number(value)] } });
          }}
        />
        <p className="faint sm">{t(segments.length === 0 ? 'noSegments' : 'whomSay')}</p>
        <Link className="sm" href="/customers">
          {t('toCustomers')}
        </Link>
      </div>
    </div>
  );
}

function What({ content: { channel, template, note }, onChange }: PartProps) {
  const { t } = useTranslation('care');
  const { t: today } = useTranslation('today');
  const { data } = useCall('templates.list', {});
  const templates = data?.templates ?? [];
  return (
    <>
      <div className="rule-field">
        <span className="dim">{t('by')}</span>
        <Select
          aria-label={t('by')}
          value={channel ?? 'any'}
          options={[
            { value: 'any', label: today('plan.any') },
            ...contactChannels.map((one) => ({ value: one, label: today(`channels.${one}`) })),
          ]}
          onChange={(chosen: ContactChannel | 'any') => onChange({ channel: chosen === 'any' ? null : chosen })}
        />
      </div>
      <div className="rule-field">
        <span className="dim">{t('template')}</span>
        <Select
          aria-label={t('template')}
          value={templates.some((one) => one.template === template) ? template : 0}
          options={[
            { value: 0, label: t('noTemplate') },
            ...templates.map((one) => ({
              value: one.template,
              label: `${one.name} · ${today(`channels.${one.channel}`)}`,
            })),
          ]}
          onChange={(chosen) => onChange({ template: chosen === 0 ? null : chosen })}
        />
      </div>
      <div className="rule-field">
        <label className="dim" htmlFor="care-note">
          {t('minding')}
        </label>
        <Input.TextArea
          id="care-note"
          rows={2}
          maxLength={1000}
          value={note}
          placeholder={t('mindingPlaceholder')}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </div>
    </>
  );
}

function Terms({ content: { lasts, coolDown, stopsAtOrder }, onChange }: PartProps) {
  const { t } = useTranslation('care');
  return (
    <div className="rule-field">
      <span className="dim">{t('terms')}</span>
      <div className="trigger-fields">
        <DaysField
          label={t('lasts')}
          value={lasts}
          min={1}
          max={120}
          unit={t('lasts')}
          onChange={(value) => onChange({ lasts: value })}
        />
        <DaysField
          label={t('coolDown')}
          value={coolDown}
          min={0}
          max={365}
          unit={t('coolDown')}
          onChange={(value) => onChange({ coolDown: value })}
        />
        <Checkbox checked={stopsAtOrder} onChange={(event) => onChange({ stopsAtOrder: event.target.checked })}>
          {t('stopsAtOrder')}
        </Checkbox>
      </div>
    </div>
  );
}
