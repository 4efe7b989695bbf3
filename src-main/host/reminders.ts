/** Reminders for the table of handlers: what is to be said today, once, and what came due while the program did not run. */

import { tierBasisSchema } from '../../src-shared/contract/customers.ts';
import type { Due } from '../../src-shared/contract/follow-ups.ts';
import type { Reminder } from '../../src-shared/contract/reminders.ts';
import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import { isReminderDue, runsOn } from '../../src-shared/reminder.ts';
import { shopDay } from '../../src-shared/shop-year/shop-day.ts';
import { answerToday } from '../followups/agenda-answers.ts';
import { lastingRules, missedOf, type Span } from '../followups/missed.ts';
import { readSettings } from '../ledger/settings.ts';
import type { AgendaRoom } from './agenda-room.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';
import { readLook } from './look-file.ts';
import { type ReminderPlace, reminderFile } from './reminder-file.ts';

/** So many days back it is told what came due; earlier is long ago. */
const MOST_AWAY_DAYS = 60;
/** A page that was given a reminder has so long to show it, less than it waits until it asks again. */
const SHOWS_WITHIN_MS = 20_000;

function countsOf(due: readonly Due[], on: Day): Omit<Reminder, 'day' | 'demo'> {
  const planned = due.filter(({ followUp }) => followUp !== null);
  return {
    people: due.length,
    due: planned.filter((one) => one.due >= on).length,
    overdue: planned.filter((one) => one.due < on).length,
    suggested: due.length - planned.length,
    calls: due.filter(({ channel }) => channel === 'phone').length,
  };
}

export function reminders(desk: Desk, ways: Ways, { agendaOf, suggesting }: AgendaRoom) {
  const file = reminderFile(desk.room.root);
  const place = (): ReminderPlace => (desk.ledger.folder() === desk.room.demo ? 'demo' : 'own');
  const basisOn = async (on: Day) => {
    const {
      rfmDefinition: definition,
      includeLikely: likely,
      includeExcluded: excluded,
    } = await ways.ask(readSettings);
    // As a page asks for today's list, so that what was worked out for it is at hand.
    return tierBasisSchema.parse({ on, definition, likely, excluded });
  };

  const now = async (day: Day): Promise<Reminder> =>
    agendaOf({ basis: await basisOn(day) }, (reading, agenda, { suggested, rules }) => ({
      day,
      demo: place() === 'demo',
      ...countsOf(answerToday(reading, agenda, suggested.came, rules.length).due, day),
    }));

  /** The days the program did not run on, when anybody was to be contacted on one of them. */
  const awayOf = async (today: Day): Promise<Span | null> => {
    const { away } = file.of(place());
    if (away === null || away.on !== today) return null;
    const from = daysBetween(away.from, today) > MOST_AWAY_DAYS ? addDays(today, -MOST_AWAY_DAYS) : away.from;
    const settings = await ways.ask(readSettings);
    for (let day = from; day <= away.to; day = addDays(day, 1))
      if (!shopDay(day, settings).rests) return { from, to: away.to };
    return null;
  };

  const wasTold = (here: ReminderPlace, day: Day): void => file.keep(here, { ...file.of(here), remindedOn: day });
  let given: { readonly here: ReminderPlace; readonly day: Day; readonly atMs: number } | null = null;
  const isBeingShown = (here: ReminderPlace, day: Day): boolean =>
    given?.here === here && given.day === day && desk.clock.elapsedMs() - given.atMs < SHOWS_WITHIN_MS;

  /** What is due today, for one page at a time until one has shown it. Nothing is said where nobody is due. */
  const remind = async (day: Day, clock: string): Promise<Reminder | null> => {
    const here = place();
    if (!isReminderDue(readLook(desk.room.root).reminder, { day, clock }, file.of(here).remindedOn)) return null;
    const due = await now(day);
    // Another ledger was opened, or another window was answered, meanwhile.
    if (place() !== here || file.of(here).remindedOn === day || isBeingShown(here, day)) return null;
    if (due.people === 0) {
      wasTold(here, day);
      return null;
    }
    given = { here, day, atMs: desk.clock.elapsedMs() };
    return due;
  };

  return {
    'reminders.tick': async () => {
      // In this order: between the two the day may end, and a new day's early hours must not look like the end of it.
      const today = desk.clock.today();
      const clock = desk.clock.timeOfDay();
      file.keep(place(), runsOn(file.of(place()), today));
      return { today, remind: await remind(today, clock), away: (await awayOf(today)) !== null };
    },
    'reminders.told': async ({ day }) => {
      wasTold(given?.day === day ? given.here : place(), day);
      return { done: true as const };
    },
    'reminders.now': () => now(desk.clock.today()),
    'reminders.missed': async () => {
      const today = desk.clock.today();
      const span = await awayOf(today);
      if (span === null) return { missed: null };
      const basis = await basisOn(today);
      const { rules } = await suggesting(basis);
      const question = { basis, rules: lastingRules(rules, daysBetween(span.from, today) + 1), forecast: null };
      const isOn = rules.some(({ content }) => content.on);
      const { suggestions } = isOn ? await runHere(desk, 'suggest', question) : { suggestions: [] };
      const missed = await agendaOf({ basis }, (reading, agenda) =>
        missedOf(reading, agenda, { suggestions, rules }, span),
      );
      return { missed: missed.count === 0 ? null : missed };
    },
    'reminders.dismiss': async () => {
      file.keep(place(), { ...file.of(place()), away: null });
      return { done: true as const };
    },
  } satisfies Partial<Handlers>;
}
