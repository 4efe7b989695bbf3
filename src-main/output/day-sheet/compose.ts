/** Who is on a day sheet, and how they are reached; for a helper in part only. The contact guard is asked of everybody. */

import type { DaySheetItem, DaySheetRequest } from '../../../src-shared/contract/day-sheets.ts';
import { maskPhone } from '../../../src-shared/phone.ts';
import { guardOf } from '../../followups/guard/held-back.ts';
import { wholePhone } from '../../ledger/customer-profile.ts';
import type { Reading } from '../../ledger/transaction.ts';

interface Known {
  readonly name: string;
  readonly nick: string | null;
  readonly place: string | null;
}

export interface DaySheet {
  readonly items: readonly DaySheetItem[];
  readonly held: number;
}

/** 王** */
function maskName(name: string): string {
  const [first = ''] = Array.from(name.trim());
  return `${first}**`;
}

/** Numbers that somebody wrote into a note. */
function maskNumbers(text: string): string {
  return text.replace(/\d[\d -]{5,}\d/g, (found) => maskPhone(found.replace(/\D/g, '')));
}

function masked(item: DaySheetItem): DaySheetItem {
  return {
    ...item,
    name: maskName(item.name),
    phone: item.phone === null ? null : maskPhone(item.phone),
    nick: item.channel === 'marketplace' ? item.nick : null,
    why: maskNumbers(item.why.replaceAll(item.name, maskName(item.name))),
    say: maskNumbers(item.say.replaceAll(item.name, maskName(item.name))),
  };
}

/** Whoever is not in the book any more is passed over. */
export function composeDaySheet(reading: Reading, request: DaySheetRequest): DaySheet {
  const known = reading.connection.prepare<[number], Known>(
    'select coalesce(display_name, name) as name, buyer_id as nick, coalesce(city, province) as place from customer where customer_id = ?',
  );
  const guard = guardOf(reading, { on: request.on });
  let held = 0;
  const items = request.items.flatMap((item) => {
    const person = known.get(item.customer);
    if (person === undefined) return [];
    if (guard(item.customer).length > 0) {
      held += 1;
      return [];
    }
    const whole: DaySheetItem = { ...item, ...person, phone: wholePhone(reading, item.customer) };
    return [request.masked ? masked(whole) : whole];
  });
  return { items, held };
}
