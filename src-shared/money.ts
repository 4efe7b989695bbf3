/** Money as whole minor units (fen, cents). Nothing in the program keeps an amount in a float. */

declare const minor: unique symbol;

/** A whole number of the currency's smallest unit. 12.34 CNY is 1234. May be negative. */
export type Minor = number & { readonly [minor]: true };

/** ISO 4217 code in capitals, e.g. 'CNY'. */
export type Currency = string;

const ZERO_DECIMALS = ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'XOF', 'UGX'];
const THREE_DECIMALS = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'];
const decimals: ReadonlyMap<string, number> = new Map([
  ...ZERO_DECIMALS.map((currency) => [currency, 0] as const),
  ...THREE_DECIMALS.map((currency) => [currency, 3] as const),
]);

/** How many decimals the currency has (ISO 4217). Unknown codes are taken to have two. */
export function decimalsOf(currency: Currency): number {
  return decimals.get(currency) ?? 2;
}

/** Brands a number as Minor. Throws a RangeError (a bug, not a Problem) unless it is a safe whole number. */
export function minorOf(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of minor units: ${value}`);
  // The one place where the brand is given.
  return (value === 0 ? 0 : value) as Minor;
}

export const zeroMinor: Minor = minorOf(0);

export function addMinor(a: Minor, b: Minor): Minor {
  return minorOf(a + b);
}

export function subtractMinor(a: Minor, b: Minor): Minor {
  return minorOf(a - b);
}

/** The sum of the known amounts; null when none is known. */
export function sumKnown(amounts: Iterable<Minor | null>): Minor | null {
  let sum: Minor | null = null;
  for (const amount of amounts) if (amount !== null) sum = addMinor(sum ?? zeroMinor, amount);
  return sum;
}

/** Splits an amount for display: sign, whole part and decimals as text. No grouping, no symbol. */
export function partsOfMinor(
  amount: Minor,
  currency: Currency = 'CNY',
): { readonly negative: boolean; readonly whole: string; readonly decimals: string } {
  const places = decimalsOf(currency);
  const digits = Math.abs(amount)
    .toString()
    .padStart(places + 1, '0');
  return {
    negative: amount < 0,
    whole: digits.slice(0, digits.length - places),
    decimals: places === 0 ? '' : digits.slice(-places),
  };
}

/** '1234.50' with a plain minus and no grouping: for files and machines. */
export function plainMinor(amount: Minor, currency: Currency = 'CNY'): string {
  const { negative, whole, decimals } = partsOfMinor(amount, currency);
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** '1,234.50' with U+2212 for minus: for people. */
export function formatMinor(amount: Minor, currency: Currency = 'CNY'): string {
  const { negative, whole, decimals } = partsOfMinor(amount, currency);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${negative ? '\u2212' : ''}${grouped}${decimals === '' ? '' : `.${decimals}`}`;
}
