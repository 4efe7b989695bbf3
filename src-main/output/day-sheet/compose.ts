/** Who is on a day sheet, how they are reached and what is said; for a helper in part only. The contact guard is asked of everybody. */

import type { DaySheetItem, DaySheetRequest } from '../../../src-shared/contract/day-sheets.ts';
import type { Held } from '../../../src-shared/contract/follow-ups.ts';
import { guardOf } from '../../followups/guard/held-back.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { peopleToWrite } from '../messages/people-to-write.ts';
import receiverNames from '../messages/receiver-names.sql?raw';
import { whatToSay } from '../messages/what-to-say.ts';
import { maskItem } from './masked.ts';

interface Known {
  readonly name: string;
  readonly filed: string;
  readonly nick: string | null;
  readonly place: string | null;
}

const knownSql = `select coalesce(display_name, name) as name, name as filed, buyer_id as nick, coalesce(city, province) as place
  from customer where customer_id = ?`;

export interface LeftOff {
  readonly customer: number;
  readonly name: string;
  readonly held: Held[];
}

export interface DaySheet {
  readonly items: readonly DaySheetItem[];
  /** Each person once. */
  readonly held: readonly LeftOff[];
}

/** Whoever is not in the book any more is passed over. */
export function composeDaySheet(reading: Reading, request: DaySheetRequest, scoresOf: ScoresOf): DaySheet {
  const { basis, masked } = request;
  const { on, excluded } = basis;
  const known = reading.connection.prepare<[number], Known>(knownSql);
  const receivers = reading.connection.prepare<[number], string>(receiverNames).pluck();
  const guard = guardOf(reading, { on });
  const scores = scoresOf(reading, basis);
  const personOf = peopleToWrite(reading, scores, { on, shop: undefined, excluded, chinese: true });
  const sayOf = whatToSay(reading, scores, { on, excluded });
  const held = new Map<number, LeftOff>();
  const items = request.items.flatMap((item) => {
    const { customer, channel, rule } = item;
    const found = known.get(customer);
    const person = personOf(customer);
    if (found === undefined || person === null) return [];
    const { name, filed, place } = found;
    const holds = guard(customer, rule);
    if (holds.length > 0) {
      held.set(customer, { customer, name, held: [...holds] });
      return [];
    }
    const said = sayOf({ customer, channel, rule });
    const text = said?.texts.find(({ template }) => template === said.offered);
    const { phone, nick } = person;
    const order = nick === null ? person.order : null;
    const whole: DaySheetItem = { ...item, name, place, phone, nick, order, say: text?.message ?? null };
    if (!masked) return [whole];
    return [maskItem(whole, [filed, ...(found.nick === null ? [] : [found.nick]), ...receivers.all(customer)])];
  });
  return { items, held: [...held.values()] };
}
