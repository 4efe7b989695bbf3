/** How a person's level came about, with the orders of each change; and a level given by hand, or taken back. */

import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerLevel, LevelStepRow } from '../../../src-shared/contract/levels.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { type Level, noLevel } from '../../../src-shared/levels.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { useAct } from '../../link/use-call.ts';
import { DayField } from '../../parts/day-field.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import './about.css';
import './level-dialog.css';

export interface LevelDialogProps {
  readonly level: CustomerLevel;
  readonly customer: number;
  readonly name: string;
  readonly today: string;
  readonly levels: readonly Level[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function LevelDialog(props: LevelDialogProps) {
  const { isOpen, onClose, name } = props;
  const { t } = useTranslation('levels');
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('person.dialog', { name })}
      footer={null}
      width="52rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <GiveForm {...props} />
      <h3 className="level-history">{t('person.history')}</h3>
      <History {...props} />
    </Modal>
  );
}

function useName(levels: readonly Level[]): (level: number) => string {
  const { t } = useTranslation('levels');
  return (level) =>
    level === noLevel ? t('person.toNone') : (levels.find(({ id }) => id === level)?.name ?? `#${level}`);
}

interface UntilFieldProps {
  /** '': for good. */
  readonly value: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

function UntilField({ value, today, onChange }: UntilFieldProps) {
  const from = dayOf(today);
  return (
    <DayField
      id="level-until"
      {...(from === null ? {} : { from })}
      value={dayOf(value)}
      onDay={(day) => onChange(day ?? '')}
    />
  );
}

function GiveForm({ level, customer, name, today, levels, onClose }: LevelDialogProps) {
  const { t } = useTranslation('levels');
  const { act, busy } = useAct('customers.setLevel');
  const undoable = useUndoableToast();
  const nameOf = useName(levels);
  const { hand } = level;
  const [draft, setDraft] = useState({
    level: hand?.level ?? level.level,
    until: hand?.until ?? '',
    reason: hand?.reason ?? '',
  });
  const until = draft.until === '' ? null : dayOf(draft.until);
  const isAmiss = draft.reason.trim() === '' || (draft.until !== '' && (until === null || until < today));
  const write = async (given: Parameters<typeof act>[0]['level'], say: string): Promise<void> => {
    const done = await act({ customer, level: given });
    if (done === null) return;
    onClose();
    if (done.edit !== null) undoable(say, done.edit);
  };
  const give = (): void => {
    const { level: to, reason } = draft;
    void write({ level: to, from: today, until, reason }, t('person.saved', { name, level: nameOf(to) }));
  };
  return (
    <form
      className="about-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAmiss) give();
      }}
    >
      {hand !== null && (
        <p>
          {t('person.stands', { day: hand.from, level: nameOf(hand.level), reason: hand.reason })}{' '}
          {!hand.holds && <span className="dim">{t('person.standsNot')}</span>}
        </p>
      )}
      <div className="about-row">
        <label htmlFor="level-which">{t('person.which')}</label>
        <Select<number>
          id="level-which"
          value={draft.level}
          options={[...levels.toReversed().map(({ id }) => id), noLevel].map((value) => ({
            value,
            label: nameOf(value),
          }))}
          onChange={(to) => setDraft({ ...draft, level: to })}
        />
      </div>
      <div className="about-row">
        <label htmlFor="level-until">{t('person.until_')}</label>
        <span className="wide-field level-until">
          <UntilField value={draft.until} today={today} onChange={(day) => setDraft({ ...draft, until: day })} />
          <span className="faint sm">{t('person.untilSay')}</span>
        </span>
      </div>
      <div className="about-row">
        <label htmlFor="level-reason">{t('person.reason')}</label>
        <Input
          id="level-reason"
          className="wide-field"
          maxLength={200}
          placeholder={t('person.reasonSay')}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
        />
      </div>
      <p className="faint sm">{t('person.giveSay')}</p>
      <div className="dialog-acts">
        {hand !== null && (
          <Button disabled={busy} onClick={() => void write(null, t('person.takenBack', { name }))}>
            {t('person.takeBack')}
          </Button>
        )}
        <Button type="primary" htmlType="submit" disabled={isAmiss || busy}>
          {t('person.save')}
        </Button>
      </div>
    </form>
  );
}

function History({ level, levels }: LevelDialogProps) {
  const { t } = useTranslation('levels');
  const nameOf = useName(levels);
  if (level.steps.length === 0) return <p className="faint">{t('person.noHistory')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <ol className="level-steps" tabIndex={0} aria-label={t('person.history')}>
      {level.steps.map((step) => (
        <li key={step.day}>
          <p>
            <DayText day={step.day} />{' '}
            <b>
              {step.kind === 'lowered'
                ? t('person.lowered', { before: nameOf(step.before), name: nameOf(step.after) })
                : t(`person.${step.kind}`, { name: nameOf(step.after) })}
            </b>{' '}
            {step.after !== noLevel && (
              <span className="faint sm">
                {step.until === null ? t('person.forGood') : t('person.until', { day: step.until })}
              </span>
            )}
          </p>
          <Cause step={step} currency={level.currency} />
        </li>
      ))}
    </ol>
  );
}

/** The orders that the line was reached, or missed, by. */
function Cause({ step, currency }: { readonly step: LevelStepRow; readonly currency: string }) {
  const { t } = useTranslation('levels');
  const { orders, orderCount } = step;
  if (orderCount === 0) return step.after === noLevel ? null : <p className="faint sm">{t('person.causeNone')}</p>;
  const money = (minor: number): string => formatMinor(minorOf(minor), currency);
  const sum = orders.reduce((all, { netMinor }) => all + netMinor, 0);
  return (
    <div className="sm dim">
      {orders.length < orderCount
        ? t('person.causeMany', { count: orderCount, shown: orders.length })
        : t('person.cause', { count: orderCount, money: money(sum) })}
      <ul className="level-orders">
        {orders.map((order) => (
          <li key={order.order}>
            <DayText day={order.day} /> <span className="faint">{order.orderNumber}</span>{' '}
            <span className="nw">{money(order.netMinor)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
