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

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A number of so many digits in a text; -1 when there is something else. */
export function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const DASH = 45;

/** Does a day stand at the beginning of the text? Read without a Date: every row of a file has several. */
export function beginsWithDay(text: string): boolean {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const [year, month, date] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  if (year < 0 || month < 1 || month > 12 || date < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return date <= (month === 2 && isLeap ? 29 : (monthDays[month - 1] ?? 0));
}

export function isDay(text: string): text is Day {
  return text.length === 10 && beginsWithDay(text);
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

/** The same date so many months on, or back; the last day of a month that is too short. */
export function addMonths(from: Day, count: number): Day {
  const at = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(at / 12), at % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromEpochMs(Date.UTC(year, month, Math.min(Number(from.slice(8)), last)));
}

/** 'YYYY-MM' of a day. */
export function monthOf(value: Day): string {
  return value.slice(0, 7);
}

/** 1 = Monday … 7 = Sunday. Weeks start on Monday. */
export function weekdayOf(value: Day): number {
  return ((new Date(ms(value)).getUTCDay() + 6) % 7) + 1;
}
