/** What a workbook's numbers and days look like as text, as the owner sees them in the sheet. */

const MS_PER_DAY = 86_400_000;
/** Excel keeps 15 digits; what stands behind them is noise of the floating point. */
const SIGNIFICANT_DIGITS = 15;
const LONGEST_PLAIN = 30;
/** A number already written as we would write it. */
const PLAIN = /^(?:-?[1-9]\d*(?:\.\d*[1-9])?|-?0\.\d*[1-9]|0)$/;

/** '128.50000000000001' → '128.5', '1.28E+2' → '128', 18 digits → '1.79315313147329E+17'. Text that is no number comes back as it is. */
export function numberText(raw: string): string {
  const text = raw.trim();
  if (text.length <= SIGNIFICANT_DIGITS && PLAIN.test(text)) return text;
  if (/^-?\d{1,15}$/.test(text)) return text.replace(/^(-?)0+(?=\d)/, '$1');
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return raw;
  if (value === 0) return '0';
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential(SIGNIFICANT_DIGITS - 1));
  if (match === null) return raw;
  const digits = `${match[2]}${match[3] ?? ''}`.replace(/0+$/, '');
  const point = Number(match[4]) + 1;
  const sign = match[1] ?? '';
  // Beyond 15 digits the sheet itself has lost the rest. Zeros in their place would look like digits of an order number.
  if (point > SIGNIFICANT_DIGITS || point < -LONGEST_PLAIN) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${sign}${digits.slice(0, 1)}${fraction}E${point > 0 ? '+' : ''}${point - 1}`;
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A day number of the sheet as 'YYYY-MM-DD HH:MM:SS'; below one day as 'HH:MM:SS'. Read and written in UTC: no zone takes part. */
export function serialText(raw: string, from1904: boolean): string {
  const serial = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return numberText(raw);
  // The 1900 calendar has a 29 February 1900 that never was: day 60.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days * MS_PER_DAY) / 1000);
  const text = new Date((seconds - 25_569 * 86_400) * 1000).toISOString();
  return !from1904 && serial < 1 ? text.slice(11, 19) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** ISO text of a date cell (t="d"). */
export function isoText(raw: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?)?/.exec(raw.trim());
  return match?.[1] === undefined ? raw : `${match[1]} ${match[2] ?? '00:00'}${match[3] ?? ':00'}`;
}

/** '_x000D_' and the like: how a workbook writes control characters. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A text as its author wrote it. Half a character, as escapes can write it, could not be kept: the ledger would never say the same twice. */
export function wholeText(text: string): string {
  return unescapeText(text).toWellFormed();
}
