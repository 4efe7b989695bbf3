/** The morning's page: whom to contact today, best first, and why now; with what came of it in the same place. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Missed } from '../../../src-shared/contract/reminders.ts';
import { type Day, weekdayOf } from '../../../src-shared/day.ts';
import { lunarOfSolar } from '../../../src-shared/lunar/lunar-days.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useOccasionWords } from '../../parts/occasion-words.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { countReaches, ReachCounts } from '../../parts/reach-counts.tsx';
import { roughMoney } from '../../parts/roughly.ts';
import { useFailureText } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { CameList, DoneList, HeldList } from './beside-lists.tsx';
import { CareRules } from './care/care-rules.tsx';
import { DuePanel } from './due-panel.tsx';
import { DueTable } from './due-table.tsx';
import { heldOff } from './held-off.ts';
import { MissedBand, MissedList, useMissed } from './missed.tsx';
import { TodayWays } from './today-ways.tsx';
import { useDueActs } from './use-due-acts.ts';
import './today.css';
import './tight.css';

type Today = ResultOf<'followUps.today'>;

const tabs = ['due', 'done', 'held', 'came', 'missed', 'rules'] as const;
type Tab = (typeof tabs)[number];

export function TodayPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <TodayOf {...surroundings} />;
}

function TodayOf({ basis }: Surroundings) {
  const failureText = useFailureText();
  const asked = new URLSearchParams(useSearch()).get('tab');
  const tab = tabs.find((known) => known === asked) ?? 'due';
  const { data, error } = useCall('followUps.today', { basis, clock: 'now' });
  const missed = useMissed();
  const { t } = useTranslation('today');
  const counts = countsOf(data, missed.missed);
  useTodayFoot(tab, data, counts);
  return (
    <>
      <TodayTitle on={basis.on} />
      <Tabs tab={tab} counts={counts} hasMissed={missed.missed !== null} />
      <MissedBand {...missed} on={basis.on} />
      {error !== null && <p className="stop today-line">{failureText(error)}</p>}
      {data === undefined && error === null && <p className="dim today-line">{t('working')}</p>}
      {tab === 'rules' && <CareRules basis={basis} capacity={data?.capacity ?? 0} />}
      {tab === 'due' && data !== undefined && <DueOf basis={basis} today={data} />}
      {data !== undefined && tab !== 'rules' && tab !== 'due' && (
        <div className="scroll today-tab">
          {tab === 'done' && <DoneList done={data.done} />}
          {tab === 'held' && <HeldList {...data} />}
          {tab === 'came' && <CameList came={data.came} />}
          {tab === 'missed' && <MissedList missed={missed.missed} />}
        </div>
      )}
    </>
  );
}

function TodayTitle({ on }: { readonly on: Day }) {
  const { t } = useTranslation('today');
  const words = useOccasionWords();
  const { month, isLeap, day } = lunarOfSolar(on);
  const weekday = t('weekdays').split(',')[weekdayOf(on) - 1] ?? '';
  const lunar = words.text({ calendar: 'lunar', year: null, month, isLeap, day, leap: 'leapElsePlain' });
  return <PageTitle title={t('title')} say={t('say', { day: on, weekday, lunar })} actions={<TodayWays />} />;
}

type Counts = Readonly<Record<Tab, number | undefined>>;

/** What stands behind each tab, as far as it is known. */
function countsOf(today: Today | undefined, missed: Missed | null): Counts {
  return {
    due: today?.due.length,
    done: today?.done.length,
    held: today === undefined ? undefined : heldOff(today.held, today.due).length,
    came: today?.came.length,
    missed: missed?.count,
    rules: today?.rules,
  };
}

function useTabName(): (tab: Tab) => string {
  const { t } = useTranslation('today');
  const { t: reminders } = useTranslation('reminders');
  return (tab) => (tab === 'missed' ? reminders('missed.tab') : t(`tabs.${tab}`));
}

interface TabsProps {
  readonly tab: Tab;
  readonly counts: Counts;
  readonly hasMissed: boolean;
}

function Tabs({ tab, counts, hasMissed }: TabsProps) {
  const { t } = useTranslation('today');
  const nameOf = useTabName();
  const { t: templates } = useTranslation('templates');
  const { t: afterSales } = useTranslation('afterSales');
  const { t: leads } = useTranslation('leads');
  const { t: strategies } = useTranslation('strategies');
  const shown = tabs.filter((one) => one !== 'missed' || hasMissed || tab === 'missed');
  return (
    <nav className="tabs" aria-label={t('title')}>
      {shown.map((one) => (
        <Link
          key={one}
          href={one === 'due' ? '/today?' : `/today?tab=${one}`}
          {...(one === tab ? { 'aria-current': 'page' as const } : {})}
        >
          {nameOf(one)} <small>{counts[one] ?? ''}</small>
        </Link>
      ))}
      <Link href="/strategies?">{strategies('open')}</Link>
      <Link href="/templates?">{templates('open')}</Link>
      <Link href="/tickets?">{afterSales('title')}</Link>
      <Link href="/leads?">{leads('title')}</Link>
    </nav>
  );
}

interface DueOfProps {
  readonly basis: Surroundings['basis'];
  readonly today: Today;
}

function DueOf({ basis, today }: DueOfProps) {
  const { t } = useTranslation('today');
  const [chosen, setHere] = useState(0);
  const here = Math.min(chosen, today.due.length - 1);
  const acts = useDueActs(basis);
  const due = today.due[here];
  useKeys({
    ArrowDown: () => setHere(Math.min(here + 1, today.due.length - 1)),
    ArrowUp: () => setHere(Math.max(here - 1, 0)),
  });
  const share = Math.min(1, today.done.length / Math.max(1, today.capacity));
  return (
    <div className="today">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <section className="today-list" tabIndex={0} aria-label={t('tabs.due')}>
        {today.due.length + today.done.length > 0 && (
          <div className="today-progress">
            <span>{t('progress', { done: today.done.length, capacity: today.capacity })}</span>
            <span className="track" aria-hidden="true">
              <i style={{ width: `${share * 100}%` }} />
            </span>
            <span className="dim">{t('byStake')}</span>
          </div>
        )}
        {due === undefined ? (
          <Nobody today={today} />
        ) : (
          <DueTable due={today.due} here={here} onHere={setHere} currency={today.currency} />
        )}
        {today.due.length > 0 && (
          <p className="sm today-reach">
            <ReachCounts counts={countReaches(today.due)} />
          </p>
        )}
        {today.later > 0 && <p className="dim sm">{t('later', { count: today.later })}</p>}
        <StrategiesAgain on={basis.on} />
        <Beside today={today} />
      </section>
      {due !== undefined && (
        <DuePanel
          due={due}
          at={here}
          count={today.due.length}
          basis={basis}
          on={basis.on}
          currency={today.currency}
          busy={acts.busy}
          onRecord={(recorded) => void acts.record(due, recorded)}
          onLater={(day) => void acts.later(due, day)}
          onDrop={() => void acts.drop(due)}
        />
      )}
    </div>
  );
}

/** Below the list, closed until somebody looks: who was done today, and who is held back. */
function Beside({ today }: { readonly today: Today }) {
  const { t } = useTranslation('today');
  const { done, held } = today;
  return (
    <>
      {done.length > 0 && (
        <Folded about="done" line={t('beside.done', { count: done.length })}>
          <DoneList done={done} />
        </Folded>
      )}
      {held.length > 0 && (
        <Folded
          about="held"
          line={
            <>
              <Icon name="stopped" /> {t('beside.held', { count: heldOff(today.held, today.due).length })}
            </>
          }
        >
          <HeldList {...today} />
        </Folded>
      )}
    </>
  );
}

/** Strategies whose turn it is again. */
function StrategiesAgain({ on }: { readonly on: Day }) {
  const { t } = useTranslation('strategies');
  const { data } = useCall('strategies.list', {});
  const again = data?.strategies.filter(({ againOn }) => againOn !== null && againOn <= on) ?? [];
  if (again.length === 0) return null;
  return (
    <p className="sm">
      {t('againToday', { count: again.length })}{' '}
      {again.map(({ strategy, name }) => (
        <Link key={strategy} className="today-again" href={`/strategies/${strategy}`}>
          {name}
        </Link>
      ))}
    </p>
  );
}

function Nobody({ today }: { readonly today: Today }) {
  const { t } = useTranslation('today');
  const [, navigate] = useLocation();
  if (today.rests) return <EmptyNote>{t('none.rest')}</EmptyNote>;
  if (today.rules > 0 || today.done.length > 0)
    return <EmptyNote>{t(today.done.length > 0 ? 'none.done' : 'none.empty')}</EmptyNote>;
  return (
    <EmptyNote
      action={
        <button type="button" className="plain link" onClick={() => navigate('/today?tab=rules')}>
          {t('none.seeRules')}
        </button>
      }
    >
      {t('none.off')}
    </EmptyNote>
  );
}

/** The sums of the list; behind another tab what that one holds, as well. The list has keys of its own. */
function useTodayFoot(tab: Tab, today: Today | undefined, counts: Counts): void {
  const { t } = useTranslation('today');
  const { t: say } = useTranslation('say');
  const nameOf = useTabName();
  const due = today?.due ?? [];
  const sum = due.reduce((all, { stakeMinor }) => all + (stakeMinor ?? 0), 0);
  useFoot({
    left:
      today === undefined ? null : (
        <>
          {tab !== 'due' && (
            <span>
              {nameOf(tab)} <b>{counts[tab] ?? 0}</b>
            </span>
          )}
          <span>{t('foot.capacity', { count: today.capacity })}</span>
          <span>
            {t('foot.waiting')} <b>{due.length}</b>
          </span>
          {due.some(({ stakeMinor }) => stakeMinor !== null) && (
            <span>
              {t('foot.sum')} {roughMoney(sum, today.currency)}
            </span>
          )}
        </>
      ),
    right:
      tab !== 'due' || due.length === 0
        ? []
        : [t('keys.move'), t('keys.result'), t('keys.copy'), say('key'), t('keys.later'), t('keys.record')],
  });
}
