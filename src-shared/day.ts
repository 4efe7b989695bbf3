/** Calendar days of the shop, as text 'YYYY-MM-DD'. No zone, no clock. */

declare const day: unique symbol;

/** A real calendar day, 'YYYY-MM-DD'. Compares correctly as text. */
export type Day = string & { readonly [day]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

function epochMs(text: string): number | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  // 31 February would roll over into March: not a day.
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? ms : null;
}

function fromEpochMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}

export function isDay(text: string): text is Day {
  return epochMs(text) !== null;
}

/** Reads a day; null when the text is none. */
export function dayOf(text: string): Day | null {
  return isDay(text) ? text : null;
}

function ms(value: Day): number {
  const found = epochMs(value);
  if (found === null) throw new RangeError(`not a day: ${value}`);
  return found;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((ms(to) - ms(from)) / MS_PER_DAY);
}

export function addDays(from: Day, count: number): Day {
  return fromEpochMs(ms(from) + count * MS_PER_DAY);
}

/** 'YYYY-MM' of a day. */
export function monthOf(value: Day): string {
  return value.slice(0, 7);
}

/** 1 = Monday … 7 = Sunday. Weeks start on Monday. */
export function weekdayOf(value: Day): number {
  return ((new Date(ms(value)).getUTCDay() + 6) % 7) + 1;
}
