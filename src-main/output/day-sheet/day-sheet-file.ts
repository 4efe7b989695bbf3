/** A day sheet as the text of a file. */

import type { DaySheetRequest } from '../../../src-shared/contract/day-sheets.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { calendarFile } from './calendar-file.ts';
import { composeDaySheet } from './compose.ts';
import { phonePage } from './phone-page.ts';

/** The shop with the most orders, and that there are others. */
function shopName({ connection }: Reading): string {
  const names = connection
    .prepare<[], string>(
      'select name from shop left join shop_order using (shop_id) group by shop_id order by count(order_id) desc, shop_id',
    )
    .pluck()
    .all();
  return names.length > 1 ? `${names[0] ?? ''} …` : (names[0] ?? '');
}

/** `now`: an instant with Z, when the file is made. */
export function daySheetFile(
  reading: Reading,
  request: DaySheetRequest & { readonly format: 'ics' | 'html' },
  now: string,
): { text: string; items: number; held: number } {
  const { items, held } = composeDaySheet(reading, request);
  const { on, masked, language, format } = request;
  const text =
    format === 'ics'
      ? calendarFile(items, now, language)
      : phonePage({ items, on, masked, language, shop: shopName(reading) });
  return { text, items: items.length, held };
}
