/** Somebody of a customer's, and a day of theirs, being written: solar or lunar, with the rule for years that do not have the day. */

import { Button, Checkbox, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  februaryRules,
  leapRules,
  type OccasionDate,
  occasionDateSchema,
} from '../../../src-shared/contract/occasions.ts';
import { occasionKinds, type Relation, relationKinds } from '../../../src-shared/contract/profiles.ts';
import { useAct } from '../../link/use-call.ts';
import { useOccasionWords } from '../../parts/occasion-words.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import type { KnownRelation } from './relations.tsx';

export interface RelationDialogProps {
  readonly customer: number;
  /** null: somebody new. */
  readonly relation: KnownRelation | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RelationDialog(props: RelationDialogProps) {
  const { t } = useTranslation('profile');
  return (
    <Modal
      open={props.isOpen}
      onCancel={props.onClose}
      title={props.relation === null ? t('relations.addTitle') : t('relations.changeTitle')}
      footer={null}
      width="48rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <RelationForm key={props.relation?.relationId ?? 'new'} {...props} />
    </Modal>
  );
}

const blankDay: OccasionDate = { calendar: 'solar', year: null, month: 1, day: 1, february: 'before' };

function blank(relation: KnownRelation | null): Relation {
  if (relation === null) {
    return { relation: 'self', name: '', note: '', date: { occasion: 'birthday', on: blankDay } };
  }
  const { relation: kind, name, note, date } = relation;
  return { relation: kind, name, note, date };
}

function RelationForm({ customer, relation, onClose }: RelationDialogProps) {
  const { t } = useTranslation('profile');
  const { t: common } = useTranslation('common');
  const { act, busy } = useAct('customers.relate');
  const undoable = useUndoableToast();
  const [draft, setDraft] = useState(() => blank(relation));
  const { date } = draft;
  const isDay = date === null || occasionDateSchema.safeParse(date.on).success;
  const write = async (content: Relation | null): Promise<void> => {
    const of = relation === null ? {} : { relationId: relation.relationId };
    const done = await act({ customer, ...of, content });
    if (done === null) return;
    onClose();
    undoable(t(content === null ? 'relations.removed' : 'relations.saved'), done.edit);
  };
  return (
    <form
      className="about-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay) void write(draft);
      }}
    >
      <div className="about-row">
        <span>{t('relations.who')}</span>
        <Select
          aria-label={t('relations.who')}
          value={draft.relation}
          options={relationKinds.map((value) => ({ value, label: t(`relations.kinds.${value}`) }))}
          onChange={(kind) => setDraft({ ...draft, relation: kind })}
        />
      </div>
      <TextField
        id="relation-name"
        label={t('relations.name')}
        most={60}
        value={draft.name}
        onValue={(name) => setDraft({ ...draft, name })}
      />
      <Checkbox
        checked={date !== null}
        onChange={(event) =>
          setDraft({ ...draft, date: event.target.checked ? { occasion: 'birthday', on: blankDay } : null })
        }
      >
        {t('occasion.has')}
      </Checkbox>
      {date !== null && <OccasionFields date={date} onDate={(next) => setDraft({ ...draft, date: next })} />}
      <TextField
        id="relation-note"
        label={t('relations.note')}
        hint={t('relations.noteHint')}
        most={500}
        value={draft.note}
        onValue={(note) => setDraft({ ...draft, note })}
      />
      <div className="dialog-acts">
        {!isDay && <span className="warn">{t('occasion.noSuchDay')}</span>}
        {relation !== null && (
          <Button danger onClick={() => void write(null)}>
            {t('relations.remove')}
          </Button>
        )}
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!isDay} loading={busy}>
          {t('keep')}
        </Button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly most: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function TextField({ id, label, hint, most, value, onValue }: TextFieldProps) {
  return (
    <div className="about-row">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="wide-field"
        maxLength={most}
        {...(hint === undefined ? {} : { placeholder: hint })}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  );
}

interface OccasionFieldsProps {
  readonly date: NonNullable<Relation['date']>;
  readonly onDate: (date: NonNullable<Relation['date']>) => void;
}

function OccasionFields({ date, onDate }: OccasionFieldsProps) {
  const { t } = useTranslation('profile');
  return (
    <>
      <div className="about-row">
        <span>{t('occasion.what')}</span>
        <Segmented
          aria-label={t('occasion.what')}
          value={date.occasion}
          options={occasionKinds.map((value) => ({ value, label: t(`occasion.kinds.${value}`) }))}
          onChange={(occasion) => onDate({ ...date, occasion })}
        />
      </div>
      <DayFields day={date.on} onDay={(on) => onDate({ ...date, on })} />
    </>
  );
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

interface DayFieldsProps {
  readonly day: OccasionDate;
  readonly onDay: (day: OccasionDate) => void;
}

function DayFields({ day, onDay }: DayFieldsProps) {
  const { t } = useTranslation('profile');
  const { year, month, day: date } = day;
  const words = useOccasionWords();
  const isLunar = day.calendar === 'lunar';
  const turn = (calendar: OccasionDate['calendar']): void =>
    onDay(
      calendar === 'solar'
        ? { calendar, year, month, day: date, february: 'before' }
        : { calendar, year, month, day: Math.min(date, 30), isLeap: false, leap: 'leapElsePlain' },
    );
  const monthName = (value: number): string => (isLunar ? words.month(value) : t('occasion.month', { month: value }));
  const dayName = (value: number): string => (isLunar ? words.day(value) : t('occasion.day', { day: value }));
  return (
    <>
      <div className="about-row">
        <span>{t('occasion.calendar')}</span>
        <Segmented
          aria-label={t('occasion.calendar')}
          value={day.calendar}
          options={(['solar', 'lunar'] as const).map((value) => ({ value, label: t(`occasion.calendars.${value}`) }))}
          onChange={turn}
        />
      </div>
      <div className="about-row">
        <span>{t('occasion.date')}</span>
        <span className="three">
          <Select
            aria-label={t('occasion.monthLabel')}
            value={month}
            options={numbers(12).map((value) => ({ value, label: monthName(value) }))}
            onChange={(value) => onDay({ ...day, month: value })}
          />
          <Select
            aria-label={t('occasion.dayLabel')}
            value={date}
            options={numbers(isLunar ? 30 : 31).map((value) => ({ value, label: dayName(value) }))}
            onChange={(value) => onDay({ ...day, day: value })}
          />
          {isLunar && (
            <Checkbox checked={day.isLeap} onChange={(event) => onDay({ ...day, isLeap: event.target.checked })}>
              {t('occasion.leapMonth')}
            </Checkbox>
          )}
          <InputNumber
            aria-label={t('occasion.year')}
            placeholder={t('occasion.year')}
            controls={false}
            min={1900}
            max={2100}
            precision={0}
            value={year}
            onChange={(value) => onDay({ ...day, year: value })}
          />
        </span>
      </div>
      <RuleField day={day} onDay={onDay} />
    </>
  );
}

/** Only where a year may lack the day. */
function RuleField({ day, onDay }: DayFieldsProps) {
  const { t } = useTranslation('profile');
  if (day.calendar === 'lunar' && day.isLeap) {
    return (
      <div className="about-row">
        <span>{t('occasion.rule')}</span>
        <Select
          aria-label={t('occasion.rule')}
          value={day.leap}
          options={leapRules.map((value) => ({ value, label: t(`occasion.leapRules.${value}`) }))}
          onChange={(leap) => onDay({ ...day, leap })}
        />
      </div>
    );
  }
  if (day.calendar !== 'solar' || day.month !== 2 || day.day !== 29) return null;
  return (
    <div className="about-row">
      <span>{t('occasion.rule')}</span>
      <Select
        aria-label={t('occasion.rule')}
        value={day.february}
        options={februaryRules.map((value) => ({ value, label: t(`occasion.februaryRules.${value}`) }))}
        onChange={(february) => onDay({ ...day, february })}
      />
    </div>
  );
}
