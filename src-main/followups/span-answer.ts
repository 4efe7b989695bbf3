/** Several days of the agenda with their people. */

import type { SpanDay } from '../../src-shared/contract/follow-up-span.ts';
import { addDays, type Day } from '../../src-shared/day.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { Agenda } from './agenda.ts';
import { answerDays, doneOn, dueOn, shower } from './agenda-answers.ts';

/** `most`: names are looked up of so many people a day at most. */
export function answerSpan(
  reading: Reading,
  agenda: Agenda,
  { from, to, most }: { readonly from: Day; readonly to: Day; readonly most: number },
): { days: SpanDay[] } {
  const show = shower(reading, agenda);
  const days = answerDays(reading, agenda, from, to).days.map((load, at): SpanDay => {
    const day = addDays(from, at);
    const places = agenda.days.get(day) ?? [];
    return {
      day,
      load,
      due: dueOn(show, places.slice(0, most), day),
      more: Math.max(0, places.length - most),
      done: day > agenda.on ? [] : doneOn(reading, show, day).slice(0, most),
    };
  });
  return { days };
}
