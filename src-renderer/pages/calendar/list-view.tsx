/** The days to come, one beneath the other, each with its people. */

import { useTranslation } from 'react-i18next';
import type { SpanDay } from '../../../src-shared/contract/follow-up-span.ts';
import { addDays } from '../../../src-shared/day.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { DayMark } from './day-mark.tsx';
import { useDayWords } from './day-words.ts';
import { useLoadWords } from './load-words.ts';
import type { CalendarViewProps } from './month-view.tsx';
import { DoneLine, PersonLine } from './person-line.tsx';
import { LIST_DAYS, weekOf } from './span-days.ts';
import { UnknownYears } from './unknown-years.tsx';
import { type Span, useSpan } from './use-span.ts';
import './span.css';

/** So many people a day are shown. */
const SHOWN = 40;

export function ListView(props: CalendarViewProps) {
  const { t } = useTranslation('calendar');
  const failureText = useFailureText();
  const { basis, chosen } = props;
  const span = useSpan(basis, chosen, addDays(chosen, LIST_DAYS - 1), SHOWN);
  const days = span.days.filter(({ load }) => load.people > 0);
  const sum = days.reduce((all, { load }) => all + load.planned, 0);
  const done = days.reduce((all, { load }) => all + load.done, 0);
  useFoot({
    left: (
      <>
        <span>{t('footSpan', { planned: sum, done })}</span>
        <UnknownYears from={chosen} to={addDays(chosen, LIST_DAYS - 1)} settings={props.settings} />
      </>
    ),
    right: [
      t('keys.day'),
      t('keys.list'),
      t('keys.move'),
      t('keys.moveTo'),
      t('keys.today'),
      t('keys.view'),
      t('keys.plan'),
    ],
  });
  if (span.error !== null) return <p className="stop today-line">{failureText(span.error)}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="cal-list scroll" tabIndex={0} aria-label={t('title')}>
      {span.days.length > 0 && days.length === 0 && <EmptyNote>{t('nobodySpan')}</EmptyNote>}
      {days.map((day) => (
        <DaySection key={day.day} {...props} day={day} span={span} />
      ))}
    </section>
  );
}

function DaySection({
  day,
  span,
  basis,
  settings,
}: CalendarViewProps & { readonly day: SpanDay; readonly span: Span }) {
  const { t } = useTranslation('calendar');
  const { name, lunar, mark } = useDayWords(settings)(day.day);
  const at = day.day;
  const load = useLoadWords(basis.on)(day.load);
  const weekday = t('weekdays').split(',')[weekOf(at).indexOf(at)] ?? '';
  return (
    <section
      aria-label={at}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        span.drop(event.dataTransfer.getData('text/plain'), at);
      }}
    >
      <h2 className="list-day">
        {at} <span className="dim">{weekday}</span> <DayMark mark={mark} />
        {at === basis.on && <em>{t('today')}</em>}
        <span className={name === undefined ? 'faint' : 'cal-name'}>{name ?? lunar}</span>
        <span className={load.isOver ? 'stop list-load' : 'dim list-load'}>{load.text}</span>
      </h2>
      <ul className="list-people">
        {day.due.map((due) => (
          <PersonLine
            key={due.origin}
            due={due}
            day={at}
            basis={basis}
            isNarrow={false}
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
