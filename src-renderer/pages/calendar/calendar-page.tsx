/** The calendar of follow-ups: a month, a week or the days to come, with what each holds against what the owner wants to do. */

import { Button, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { addDays, addMonths, type Day } from '../../../src-shared/day.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useKeptChoices } from '../../link/use-kept-choices.ts';
import { useSettings } from '../../link/use-settings.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { PlanSomebody } from '../today/plan-somebody.tsx';
import { ListView } from './list-view.tsx';
import { MonthView } from './month-view.tsx';
import { openMove } from './move-field.tsx';
import { LIST_DAYS, weekOf } from './span-days.ts';
import { WeekView } from './week-view.tsx';
import './calendar.css';

export function CalendarPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  return surroundings === null || settings === undefined ? null : <CalendarOf {...surroundings} settings={settings} />;
}

const views = ['month', 'week', 'list'] as const;
type View = (typeof views)[number];
const choiceNames = ['calendarView'] as const;

function stepped(view: View, day: Day, by: 1 | -1): Day {
  if (view === 'month') return addMonths(day, by);
  return addDays(day, by * (view === 'week' ? 7 : LIST_DAYS));
}

function useSpanWords(view: View, chosen: Day): string {
  const { t } = useTranslation('calendar');
  if (view === 'month') return dayjs(chosen).format(t('monthWords'));
  const [from, to] =
    view === 'list' ? [chosen, addDays(chosen, LIST_DAYS - 1)] : [weekOf(chosen)[0], weekOf(chosen)[6]];
  return t('saySpan', { from: from ?? chosen, to: to ?? chosen });
}

function CalendarOf({ basis, settings }: Surroundings & { readonly settings: Settings }) {
  const { t } = useTranslation('calendar');
  const { t: today } = useTranslation('today');
  const [, navigate] = useLocation();
  const { on } = basis;
  const [{ calendarView: view }, change] = useKeptChoices(settings, choiceNames);
  const [chosen, choose] = useState<Day>(on);
  const [isPlanning, plan] = useState(false);
  const look = (next: View): void => change({ calendarView: next });
  const step = (by: 1 | -1): void => choose(stepped(view, chosen, by));
  useKeys({
    ArrowLeft: () => choose(addDays(chosen, -1)),
    ArrowRight: () => choose(addDays(chosen, 1)),
    ...(view === 'month'
      ? { ArrowUp: () => choose(addDays(chosen, -7)), ArrowDown: () => choose(addDays(chosen, 7)) }
      : {}),
    PageUp: () => step(-1),
    PageDown: () => step(1),
    t: () => choose(on),
    n: () => plan(true),
    m: () => openMove(chosen),
    v: () => look(views[(views.indexOf(view) + 1) % views.length] ?? 'month'),
  });
  const props = { basis, settings, chosen, onChoose: choose };
  return (
    <>
      <PageTitle
        title={t('title')}
        say={useSpanWords(view, chosen)}
        actions={
          <>
            <Segmented
              aria-label={t('view')}
              value={view}
              options={views.map((value) => ({ value, label: t(`views.${value}`) }))}
              onChange={look}
            />
            <Button aria-label={t(`before.${view}`)} onClick={() => step(-1)}>
              ‹
            </Button>
            <Button onClick={() => choose(on)}>{t('today')}</Button>
            <Button aria-label={t(`after.${view}`)} onClick={() => step(1)}>
              ›
            </Button>
            <Button onClick={() => navigate('/today?tab=rules')}>{t('rules')}</Button>
            <Button type="primary" data-plan-somebody="" onClick={() => plan(true)}>
              {today('plan.open')}
            </Button>
          </>
        }
      />
      <PlanSomebody on={on} day={chosen < on ? on : chosen} isOpen={isPlanning} onClose={() => plan(false)} />
      {view === 'month' && <MonthView {...props} />}
      {view === 'week' && <WeekView {...props} />}
      {view === 'list' && <ListView {...props} />}
    </>
  );
}
