/** Damage in files of made shops: each damaged place is named by line and column, and nothing but what it makes unreadable is missing. */

import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Damage, damageCodes } from '../../../src-main/demo/damage.ts';
import { markets } from '../../../src-main/demo/markets.ts';
import { type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { madeShop } from '../../support/made-shop.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

interface Named {
  readonly line: number;
  readonly column: string | null;
  readonly code: RowProblemCode;
}

/** Row problems of each file, by its name. */
function problemsIn(book: Book): ReadonlyMap<string, readonly Named[]> {
  const rows = book.all('select name, row_no, column_name, code from row_problem join import_file using (file_id)') as [
    string,
    number,
    string | null,
    RowProblemCode,
  ][];
  return Map.groupBy(
    rows.map(([name, line, column, code]) => ({ name, line, column, code })),
    ({ name }) => name,
  );
}

function isNamed({ file, line, column, kind }: Damage, problems: ReadonlyMap<string, readonly Named[]>): boolean {
  return (problems.get(basename(file)) ?? []).some(
    (named) =>
      named.line === line &&
      damageCodes[kind].includes(named.code) &&
      (column === null || named.column === null || named.column.trim() === column.trim()),
  );
}

/** Rows that were stopped though nothing was done to them, nor to the order they are further rows of. */
function stoppedElsewhere(
  damage: readonly Damage[],
  problems: ReadonlyMap<string, readonly Named[]>,
): readonly Named[] {
  const isDamaged = new Set(damage.map(({ file, line }) => `${basename(file)} ${line}`));
  return [...problems].flatMap(([file, found]) => {
    const stops = found.filter(({ code }) => rowProblemLevels[code] === 'stopped' && code !== 'order-left-out');
    return stops
      .toSorted((a, b) => a.line - b.line)
      .filter(({ line, code }) => {
        const isFurther = isDamaged.has(`${file} ${line - 1}`) && code.startsWith('order-number');
        if (isFurther) isDamaged.add(`${file} ${line}`);
        return !isDamaged.has(`${file} ${line}`);
      });
  });
}

const seed = Number(process.env['REGULARS_SEED'] ?? 7);

test.each(markets.map(({ name }) => name))('%s', { timeout: 60_000 }, async (name) => {
  const book = newBook();
  try {
    const each = { scientific: 2, zeroedTail: 2, cutZeros: 2, swappedDate: 2, brokenLetters: 3, shifted: 4 };
    const damage = { ...each, total: 1, truncated: 1 };
    const made = await madeShop(join(book.folder, 'made'), { markets: [name], buyers: 90, damage, seed });
    await book.import(made.paths);
    const problems = problemsIn(book);
    expect(made.damage.filter((place) => !isNamed(place, problems))).toEqual([]);
    // What was stopped is missing unless another file or another row of it tells of the order. All else is there.
    const stopped = new Set(made.damage.flatMap(({ order, kind }) => (order === null || noted.has(kind) ? [] : order)));
    const stored = new Set(book.all('select order_number from shop_order join order_key using (order_id)').flat());
    expect(made.orders.filter(({ number }) => !stored.has(number) && !stopped.has(number))).toEqual([]);
    expect([...stored].filter((number) => !made.orders.some((order) => order.number === number))).toEqual([]);
    expect(stoppedElsewhere(made.damage, problems)).toEqual([]);
  } finally {
    book.close();
  }
});

/** Kinds after which the order is imported all the same. */
const noted: ReadonlySet<Damage['kind']> = new Set(['cutZeros', 'swappedDate', 'brokenLetters']);
