/** The sheet of a month, and the people of one day beside it. */

import { useTranslation } from 'react-i18next';
import type { DayLoad } from '../../../src-shared/contract/follow-ups.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { useFoot } from '../../state/foot.ts';
import { DayCell } from './day-cell.tsx';
import { DayHead } from './day-head.tsx';
import { DayPanel } from './day-panel.tsx';
import { KindLegend } from './kind-legend.tsx';
import { daysOfSheet } from './month-days.ts';
import { UnknownYears } from './unknown-years.tsx';
import { useMove } from './use-move.ts';

/** What each view is given. */
export interface CalendarViewProps {
  readonly basis: Surroundings['basis'];
  readonly settings: Settings;
  readonly chosen: Day;
  readonly onChoose: (day: Day) => void;
}

export function MonthView({ basis, settings, chosen, onChoose }: CalendarViewProps) {
  const { t } = useTranslation('calendar');
  const { on } = basis;
  const sheet = daysOfSheet(chosen);
  const [from = on, to = on] = [sheet[0], sheet.at(-1)];
  const { data } = useCall('followUps.days', { basis, from, to });
  const { move, dropped } = useMove(basis, chosen);
  const loads = new Map(data?.days.map((load) => [load.day, load]));
  const monthLoads = (data?.days ?? []).filter(({ day }) => day.startsWith(chosen.slice(0, 7)));
  const sum = (of: 'planned' | 'done'): number => monthLoads.reduce((all, load) => all + load[of], 0);
  useFoot({
    left: (
      <>
        <span>{t('footMonth', { planned: sum('planned'), done: sum('done') })}</span>
        <UnknownYears from={from} to={to} settings={settings} />
      </>
    ),
    right: [t('keys.day'), t('keys.month'), t('keys.moveTo'), t('keys.today'), t('keys.view'), t('keys.plan')],
  });
  return (
    <div className="calendar">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <section className="cal-sheet" tabIndex={0} aria-label={t('title')}>
        <KindLegend days={data?.days ?? []} capacity={settings.dailyCapacity} />
        <Sheet
          sheet={sheet}
          loads={loads}
          settings={settings}
          on={on}
          chosen={chosen}
          onChoose={onChoose}
          onDrop={dropped}
        />
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <section className="cal-panel" tabIndex={0} aria-label={chosen}>
        <DayHead day={chosen} settings={settings} />
        <DayPanel basis={basis} day={chosen} load={loads.get(chosen)} onMove={(due, day) => void move(due, day)} />
      </section>
    </div>
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
