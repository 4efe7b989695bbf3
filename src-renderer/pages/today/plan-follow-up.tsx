/** Plans a follow-up with one person by hand: which day, by what, what to say, and whether it comes again. */

import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ContactChannel, contactChannels, type Repeat } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { useAct } from '../../link/use-call.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { OverlapNote } from './overlap-note.tsx';
import './today.css';

export interface PlanFollowUpProps {
  readonly customer: { readonly id: number; readonly name: string };
  readonly on: Day;
}

const repeats = ['none', 'days', 'week', 'month', 'year', 'lunarYear'] as const;
type Rhythm = (typeof repeats)[number];
/** Every so many days, to begin with. */
const USUAL_DAYS = 30;
const MOST_DAYS = 365;

const repeatOf: Readonly<Record<Exclude<Rhythm, 'days'>, Repeat | null>> = {
  none: null,
  week: { every: 1, unit: 'week', calendar: 'solar' },
  month: { every: 1, unit: 'month', calendar: 'solar' },
  year: { every: 1, unit: 'year', calendar: 'solar' },
  lunarYear: { every: 1, unit: 'year', calendar: 'lunar' },
};

export function PlanFollowUp({ customer, on }: PlanFollowUpProps) {
  const { t } = useTranslation('today');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button data-plan-follow-up="" onClick={() => setOpen(true)}>
        {t('plan.open')}
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('plan.title', { name: customer.name })}
        footer={null}
        destroyOnHidden
        focusable={{ trap: true }}
      >
        <PlanForm customer={customer} on={on} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface PlanFormProps extends Omit<PlanFollowUpProps, 'customer'> {
  /** null: nobody is chosen yet. */
  readonly customer: PlanFollowUpProps['customer'] | null;
  /** The day it begins with; a week from today where none is said. */
  readonly first?: Day;
  readonly onClose: () => void;
  /** The field that chooses whom. */
  readonly children?: ReactNode;
}

export function PlanForm({ customer, on, first = addDays(on, 7), onClose, children }: PlanFormProps) {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const say = useUndoableToast();
  const { act, busy } = useAct('followUps.plan');
  const [day, setDay] = useState<Day | null>(first);
  const [channel, setChannel] = useState<ContactChannel | null>(null);
  const [repeat, setRepeat] = useState<Rhythm>('none');
  const [every, setEvery] = useState(USUAL_DAYS);
  const [note, setNote] = useState('');
  const plan = async (): Promise<void> => {
    if (day === null || customer === null) return;
    const again: Repeat | null = repeat === 'days' ? { every, unit: 'day', calendar: 'solar' } : repeatOf[repeat];
    const done = await act({ customer: customer.id, day, channel, note, repeat: again });
    if (done === null) return;
    say(t('plan.done', { name: customer.name, day }), done.edit);
    onClose();
  };
  return (
    <form
      className="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      {children}
      <label htmlFor="plan-day">{t('plan.day')}</label>
      <DayField id="plan-day" value={day} from={on} onDay={setDay} />
      {day !== null && customer !== null && <OverlapNote customer={customer.id} day={day} />}
      <label htmlFor="plan-note">{t('plan.note')}</label>
      <Input.TextArea
        id="plan-note"
        rows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <label htmlFor="plan-channel">{t('plan.channel')}</label>
      <Select
        id="plan-channel"
        value={channel ?? 'any'}
        options={[
          { value: 'any', label: t('plan.any') },
          ...contactChannels.map((one) => ({ value: one, label: t(`channels.${one}`) })),
        ]}
        onChange={(chosen: ContactChannel | 'any') => setChannel(chosen === 'any' ? null : chosen)}
      />
      <label htmlFor="plan-repeat">{t('plan.repeat')}</label>
      <Select
        id="plan-repeat"
        value={repeat}
        options={repeats.map((one) => ({ value: one, label: t(`plan.repeats.${one}`) }))}
        onChange={setRepeat}
      />
      {repeat === 'days' && (
        <>
          <label htmlFor="plan-every">{t('plan.every')}</label>
          <InputNumber
            id="plan-every"
            min={1}
            max={MOST_DAYS}
            precision={0}
            value={every}
            suffix={t('plan.days')}
            // An emptied field says nothing until it says a number again.
            onChange={(days) => {
              if (days !== null) setEvery(days);
            }}
          />
        </>
      )}
      <span className="plan-acts">
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={day === null || customer === null}>
          {t('plan.keep')}
        </Button>
      </span>
    </form>
  );
}
