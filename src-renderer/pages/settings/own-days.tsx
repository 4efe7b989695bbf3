/** Days of the owner's own: sales, holidays, days without follow-ups. They go before what the program knows of a day. */

import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { DayField } from '../../parts/day-field.tsx';
import { FormRow } from './form-row.tsx';

type OwnDay = Settings['ownDays'][number];

const kinds = ['festival', 'holiday', 'work'] as const;

export function OwnDays({ settings: { ownDays } }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  const sorted = ownDays.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <FormRow name={t('followUps.ownDays')} remark={t('followUps.ownDaysSay')}>
        <NewDay
          onAdd={(days) => {
            const isNew = ({ day, kind }: OwnDay): boolean => !days.some((one) => one.day === day && one.kind === kind);
            const [first, last] = [days[0], days.at(-1)];
            if (first === undefined || last === undefined) return;
            const span = first === last ? first.day : t('followUps.span', { from: first.day, to: last.day });
            void change(
              { ownDays: [...ownDays.filter(isNew), ...days] },
              t('followUps.dayKept', { day: span, name: first.name }),
            );
          }}
        />
      </FormRow>
      {sorted.length > 0 && (
        <table className="ledger own-days">
          <thead>
            <tr>
              <th scope="col">{t('followUps.day')}</th>
              <th scope="col">{t('followUps.dayName')}</th>
              <th scope="col">{t('followUps.dayKind')}</th>
              <th scope="col">{t('followUps.dayRests')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <tr key={`${one.day} ${one.kind}`}>
                <td>{one.day}</td>
                <td>{one.name === '' ? <span className="faint">{t('followUps.noName')}</span> : one.name}</td>
                <td>{t(`followUps.kinds.${one.kind}`)}</td>
                <td>{t(one.rests ? 'followUps.restsYes' : 'followUps.restsNo')}</td>
                <td className="n">
                  <button
                    type="button"
                    className="plain link"
                    onClick={() =>
                      void change(
                        { ownDays: ownDays.filter((other) => other !== one) },
                        t('followUps.dayGone', { day: one.day, name: one.name }),
                      )
                    }
                  >
                    {t('followUps.remove')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** A holiday of eight days is typed once. */
const mostDays = 31;

function daysFrom(first: Day, last: Day | null): Day[] {
  const count = last === null ? 1 : Math.min(mostDays, Math.max(1, daysBetween(first, last) + 1));
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}

function NewDay({ onAdd }: { readonly onAdd: (days: readonly OwnDay[]) => void }) {
  const { t } = useTranslation('settings');
  const [day, setDay] = useState<Day | null>(null);
  const [last, setLast] = useState<Day | null>(null);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OwnDay['kind']>('festival');
  const [rests, setRests] = useState(false);
  return (
    <form
      className="new-day"
      onSubmit={(event) => {
        event.preventDefault();
        if (day === null) return;
        onAdd(daysFrom(day, last).map((one) => ({ day: one, name: name.trim(), kind, rests })));
        setDay(null);
        setLast(null);
        setName('');
        setRests(false);
      }}
    >
      <DayField aria-label={t('followUps.day')} placeholder={t('followUps.day')} value={day} onDay={setDay} />
      <DayField
        aria-label={t('followUps.lastDay')}
        placeholder={t('followUps.lastDay')}
        value={last}
        {...(day === null ? {} : { from: day, to: addDays(day, mostDays - 1) })}
        onDay={setLast}
      />
      <Input
        aria-label={t('followUps.dayName')}
        placeholder={t('followUps.dayName')}
        maxLength={30}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        aria-label={t('followUps.dayKind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`followUps.kinds.${value}`) }))}
        onChange={setKind}
      />
      <Checkbox checked={rests} onChange={(event) => setRests(event.target.checked)}>
        {t('followUps.restsYes')}
      </Checkbox>
      <Button htmlType="submit" disabled={day === null}>
        {t('followUps.add')}
      </Button>
    </form>
  );
}
