/** For a file nobody knows: what the words above the columns did not tell, the cells may. A guess for the owner to agree with. */

import type { MappableField, Mapping } from '../../src-shared/contract/mappings.ts';
import { cellsOf, type Look, lookOf } from './column-looks.ts';
import type { RawRow } from './readers/reader.ts';

export interface ValueGuess {
  readonly mapping: Mapping;
  /** The columns that were guessed from their cells. */
  readonly columns: readonly number[];
}

interface Column {
  readonly at: number;
  readonly look: Look;
  readonly cells: readonly string[];
}

/** Order numbers are long and hardly ever the same twice running through a file. */
function looksLikeNumbers({ look, cells }: Column): boolean {
  if (look !== 'id' && look !== 'money') return false;
  const isLong = cells.every((cell) => cell.length >= 5 && !cell.includes('.'));
  return isLong && new Set(cells).size * 3 >= cells.length;
}

/** Only where exactly one free column fits. */
export function valueGuess(header: readonly string[], rows: readonly RawRow[], named: Mapping): ValueGuess {
  const taken = new Set(Object.values(named.columns).flat());
  const free = header
    .map((_, at) => ({ at, cells: cellsOf(rows, at) }))
    .filter(({ at, cells }) => !taken.has(at) && cells.length > 0)
    .map((column) => ({ ...column, look: lookOf(column.cells) }));
  const columns: Mapping['columns'] = { ...named.columns };
  const guessed: number[] = [];
  const guess = (field: MappableField, fits: (column: Column) => boolean): void => {
    const fitting = free.filter((column) => !guessed.includes(column.at) && fits(column));
    const [only] = fitting;
    if (columns[field] !== undefined || fitting.length !== 1 || only === undefined) return;
    columns[field] = [only.at];
    guessed.push(only.at);
  };
  guess('orderNumber', looksLikeNumbers);
  guess('receiverPhone', ({ look }) => look === 'phone');
  guess('buyerEmail', ({ look }) => look === 'email');
  return { mapping: { ...named, columns }, columns: guessed };
}
