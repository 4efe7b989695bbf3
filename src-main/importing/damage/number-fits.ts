/** May a damaged order number have been this one? What a spreadsheet leaves of a number still tells its beginning and its length. */

/** All numbers of this many digits between the two, as text, may have been it. */
export interface NumberRange {
  readonly from: string;
  readonly to: string;
}

const LONGEST = 40;

function scientific(cell: string): NumberRange | null {
  const read = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(cell);
  if (read === null) return null;
  const [, first = '', rest = ''] = read;
  const power = Number(read[3]) - rest.length;
  if (power < 1 || power > LONGEST) return null;
  // Rounded to the digits that are shown: half of the last one either way.
  const shown = BigInt(first + rest) * 10n ** BigInt(power);
  const half = 10n ** BigInt(power) / 2n;
  return { from: String(shown - half), to: String(shown + half) };
}

/** null: nothing of the number can be read in it. */
export function rangeOf(cell: string): NumberRange | null {
  const range = scientific(cell);
  if (range !== null) return range;
  const zeroed = /^(\d{15})(0+)$/.exec(cell);
  if (zeroed?.[1] === undefined || zeroed[2] === undefined) return null;
  return { from: cell, to: zeroed[1] + '9'.repeat(zeroed[2].length) };
}

/** null: the cell does not tell. */
export function numberFits(cell: string, orderNumber: string): 'near' | 'differs' | null {
  const range = rangeOf(cell);
  if (range !== null) {
    const fits = orderNumber.length === range.from.length && orderNumber >= range.from && orderNumber <= range.to;
    return fits ? 'near' : 'differs';
  }
  // Zeros lost at the beginning, or only a part of the number left.
  if (/^\d{4,}$/.test(cell))
    return /^0+/.test(orderNumber) && orderNumber.replace(/^0+/, '') === cell ? 'near' : 'differs';
  return null;
}
