/** The calendar of follow-ups: a month of days with what each holds against what the owner wants to do, and the people of one day beside it. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DayLoad, Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { addDays, addMonths, type Day } from '../../../src-shared/day.ts';
import { areHolidaysKnown } from '../../../src-shared/shop-year/holidays.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useSettings } from '../../link/use-settings.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { DayCell } from './day-cell.tsx';
import { DayPanel } from './day-panel.tsx';
import { daysOfSheet } from './month-days.ts';
import './calendar.css';

export function CalendarPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  return surroundings === null || settings === undefined ? null : <CalendarOf {...surroundings} settings={settings} />;
}

function useMove(basis: Surroundings['basis'], from: Day) {
  const { t } = useTranslation('calendar');
  const say = useUndoableToast();
  const connection = useConnection();
  const { act } = useAct('followUps.move');
  const move = async (due: Pick<Due, 'origin' | 'customer' | 'name'>, day: Day): Promise<void> => {
    const done = await act({ origin: due.origin, customer: due.customer, basis, day });
    if (done !== null) say(t('moved', { name: due.name, day }), done.edit);
  };
  return {
    move,
    dropped: async (origin: string, day: Day): Promise<void> => {
      if (day < basis.on || day === from) return;
      const { due } = await connection.call('followUps.day', { basis, day: from });
      const found = due.find((one) => one.origin === origin);
      if (found !== undefined) await move(found, day);
    },
  };
}

function CalendarOf({ basis, settings }: Surroundings & { readonly settings: Settings }) {
  const { t } = useTranslation('calendar');
  const [, navigate] = useLocation();
  const { on } = basis;
  const [chosen, choose] = useState<Day>(on);
  const sheet = daysOfSheet(chosen);
  const [from = on, to = on] = [sheet[0], sheet.at(-1)];
  const { data } = useCall('followUps.days', { basis, from, to });
  const { move, dropped } = useMove(basis, chosen);
  const loads = new Map(data?.days.map((load) => [load.day, load]));
  const year = Number(to.slice(0, 4));
  const monthLoads = (data?.days ?? []).filter(({ day }) => day.startsWith(chosen.slice(0, 7)));
  const sum = (of: 'planned' | 'done'): number => monthLoads.reduce((all, load) => all + load[of], 0);
  useKeys({
    ArrowLeft: () => choose(addDays(chosen, -1)),
    ArrowRight: () => choose(addDays(chosen, 1)),
    ArrowUp: () => choose(addDays(chosen, -7)),
    ArrowDown: () => choose(addDays(chosen, 7)),
    PageUp: () => choose(addMonths(chosen, -1)),
    PageDown: () => choose(addMonths(chosen, 1)),
    t: () => choose(on),
  });
  useFoot({
    left: (
      <>
        <span>{t('footMonth', { planned: sum('planned'), done: sum('done') })}</span>
        {!areHolidaysKnown(year) && <span>{t('holidaysUnknown', { year })}</span>}
      </>
    ),
    right: [t('keys.day'), t('keys.month'), t('keys.today')],
  });
  return (
    <>
      <PageTitle
        title={t('title')}
        say={t('say', { year: Number(chosen.slice(0, 4)), month: Number(chosen.slice(5, 7)) })}
        actions={
          <>
            <Button aria-label={t('before')} onClick={() => choose(addMonths(chosen, -1))}>
              ‹
            </Button>
            <Button onClick={() => choose(on)}>{t('today')}</Button>
            <Button aria-label={t('after')} onClick={() => choose(addMonths(chosen, 1))}>
              ›
            </Button>
            <Button onClick={() => navigate('/today?tab=rules')}>{t('rules')}</Button>
          </>
        }
      />
      <div className="calendar">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
        <section className="cal-sheet" tabIndex={0} aria-label={t('title')}>
          <Sheet
            sheet={sheet}
            loads={loads}
            settings={settings}
            on={on}
            chosen={chosen}
            onChoose={choose}
            onDrop={dropped}
          />
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
        <section className="cal-panel" tabIndex={0} aria-label={chosen}>
          <h2>{chosen}</h2>
          <DayPanel
            basis={basis}
            day={chosen}
            capacity={loads.get(chosen)?.capacity ?? settings.dailyCapacity}
            onMove={(due, day) => void move(due, day)}
          />
        </section>
      </div>
    </>
  );
}

interface SheetProps {
  readonly sheet: readonly Day[];
  readonly loads: ReadonlyMap<string, DayLoad>;
  readonly settings: Settings;
  readonly on: Day;
  readonly chosen: Day;
  readonly onChoose: (day: Day) => void;
  readonly onDrop: (origin: string, day: Day) => Promise<void>;
}

function Sheet({ sheet, loads, settings, on, chosen, onChoose, onDrop }: SheetProps) {
  const { t } = useTranslation('calendar');
  return (
    <table>
      <thead>
        <tr>
          {t('weekdays')
            .split(',')
            .map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {[0, 1, 2, 3, 4, 5].map((week) => (
          <tr key={week}>
            {sheet.slice(week * 7, week * 7 + 7).map((day) => (
              <DayCell
                key={day}
                day={day}
                load={loads.get(day)}
                settings={settings}
                month={chosen.slice(0, 7)}
                on={on}
                isChosen={day === chosen}
                onChoose={() => onChoose(day)}
                onDrop={(origin) => void onDrop(origin, day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
