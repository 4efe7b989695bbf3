/** A plan gets its name and its strategies. */

import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Plan } from '../../../src-shared/contract/plans.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface PlanDialogProps {
  /** null: a new one. */
  readonly plan: Plan | null;
  readonly onClose: () => void;
}

export function PlanDialog({ plan, onClose }: PlanDialogProps) {
  const { t } = useTranslation('plans');
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(plan === null ? 'form.fresh' : 'form.edit')}
      footer={null}
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <PlanForm plan={plan} onClose={onClose} />
    </Modal>
  );
}

function PlanForm({ plan, onClose }: PlanDialogProps) {
  const { t } = useTranslation('plans');
  const say = useUndoableToast();
  const [, navigate] = useLocation();
  const { act, busy } = useAct('plans.save');
  const { data } = useCall('strategies.list', {});
  const [name, setName] = useState(plan?.name ?? '');
  const [chosen, choose] = useState<number[]>(plan?.strategies.map(({ strategy }) => strategy) ?? []);
  const keep = async (): Promise<void> => {
    const done = await act({ plan: plan?.plan ?? null, content: { name, strategies: chosen } });
    if (done === null) return;
    say(t('did.saved', { name: name.trim() }), done.edit);
    onClose();
    navigate(`/plans/${done.plan}`);
  };
  return (
    <form
      className="plan-content"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor="p-name">{t('form.name')}</label>
      <Input id="p-name" maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />
      <label htmlFor="p-strategies">{t('form.strategies')}</label>
      <Select
        id="p-strategies"
        mode="multiple"
        placeholder={t('form.pick')}
        value={chosen}
        onChange={choose}
        optionFilterProp="label"
        options={data?.strategies.map(({ strategy, name: label }) => ({ value: strategy, label })) ?? []}
      />
      <Button type="primary" htmlType="submit" loading={busy} disabled={name.trim() === '' || chosen.length === 0}>
        {t('form.keep')}
      </Button>
    </form>
  );
}
