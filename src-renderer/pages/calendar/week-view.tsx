/** A week, day beside day, with its people: dragged from one to another. */

import { useTranslation } from 'react-i18next';
import type { SpanDay } from '../../../src-shared/contract/follow-up-span.ts';
import { useFailureText } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { DayMark } from './day-mark.tsx';
import { useDayWords } from './day-words.ts';
import { useLoadWords } from './load-words.ts';
import type { CalendarViewProps } from './month-view.tsx';
import { DoneLine, PersonLine } from './person-line.tsx';
import { weekOf } from './span-days.ts';
import { UnknownYears } from './unknown-years.tsx';
import { type Span, useSpan } from './use-span.ts';
import './span.css';

/** So many people a day are shown in its column. */
const SHOWN = 60;

export function WeekView(props: CalendarViewProps) {
  const { t } = useTranslation('calendar');
  const failureText = useFailureText();
  const { basis, chosen } = props;
  const week = weekOf(chosen);
  const span = useSpan(basis, week[0] ?? chosen, week[6] ?? chosen, SHOWN);
  const sum = span.days.reduce((all, { load }) => all + load.planned, 0);
  const done = span.days.reduce((all, { load }) => all + load.done, 0);
  useFoot({
    left: (
      <>
        <span>{t('footSpan', { planned: sum, done })}</span>
        <UnknownYears from={week[0] ?? chosen} to={week[6] ?? chosen} settings={props.settings} />
      </>
    ),
    right: [
      t('keys.day'),
      t('keys.week'),
      t('keys.move'),
      t('keys.moveTo'),
      t('keys.today'),
      t('keys.view'),
      t('keys.plan'),
    ],
  });
  if (span.error !== null) return <p className="stop today-line">{failureText(span.error)}</p>;
  return (
    <div className="cal-week">
      {span.days.map((day) => (
        <Column key={day.day} {...props} day={day} span={span} />
      ))}
    </div>
  );
}

function Column({
  day,
  span,
  basis,
  settings,
  chosen,
  onChoose,
}: CalendarViewProps & { readonly day: SpanDay; readonly span: Span }) {
  const { t } = useTranslation('calendar');
  const { name, lunar, rests, mark } = useDayWords(settings)(day.day);
  const { on } = basis;
  const at = day.day;
  const load = useLoadWords(on)(day.load);
  const marks = [...(at === chosen ? ['chosen'] : []), ...(at === on ? ['is-today'] : []), ...(rests ? ['rests'] : [])];
  const weekday = t('weekdays').split(',')[weekOf(at).indexOf(at)] ?? '';
  return (
    <section
      className={`week-day ${marks.join(' ')}`}
      aria-label={at}
      onDragOver={(event) => {
        if (at >= on) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        span.drop(event.dataTransfer.getData('text/plain'), at);
      }}
    >
      <button type="button" className="plain week-head" aria-pressed={at === chosen} onClick={() => onChoose(at)}>
        <span className="week-date">
          {weekday} <b>{at.slice(5)}</b> <DayMark mark={mark} />
        </span>
        {at === on && <em>{t('today')}</em>}
        <span className={name === undefined ? 'faint week-name' : 'cal-name week-name'}>{name ?? lunar}</span>
        <span className={load.isOver ? 'stop week-load' : 'dim week-load'}>{load.text}</span>
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <ul className="week-people" tabIndex={0} aria-label={t('peopleOf', { day: at })}>
        {day.due.map((due) => (
          <PersonLine
            key={due.origin}
            due={due}
            day={at}
            basis={basis}
            isNarrow
            onMove={span.move}
            onStep={span.step}
          />
        ))}
        {day.done.map((due) => (
          <DoneLine key={`${due.origin} ${due.done.at}`} due={due} />
        ))}
        {day.more > 0 && <li className="dim sm">{t('more', { count: day.more })}</li>}
      </ul>
    </section>
  );
}
