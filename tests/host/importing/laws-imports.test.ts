/** Laws of importing over files of all marketplaces: twice is once, any order is the same, what was shown is what is done, no row is lost. */

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markets } from '../../../src-main/demo/markets.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { holdsAlways, runsOr, seedOr } from '../../support/law.ts';
import type { MadeAtHand } from '../../support/made-shop.ts';
import { type Book, newBook } from './imports-at-hand.ts';
import { anyShops, keepShop, soundShops, threeExports, withShop } from './made-cases.ts';

const runs = runsOr(12);
/** Seven ledgers each. */
const fewRuns = runsOr(4);
const seed = seedOr(20_260_107);
const long = { timeout: 3_600_000 };

/** Of damaged files some have nothing in them that can be imported. */
async function importedIfAny(book: Book, paths: readonly string[]): Promise<readonly BatchReport[] | null> {
  try {
    return await book.import(paths);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const changesIn = (batches: readonly BatchReport[]): readonly number[] =>
  batches.flatMap(({ orders, customers }) => [orders.new, orders.changed, customers.new]).filter((count) => count > 0);

test(`I1 the same file twice changes nothing, in ${runs} shops`, long, async () => {
  await holdsAlways({
    name: 'I1 same file twice',
    runs,
    seed,
    cases: anyShops,
    keep: keepShop,
    holds: (wish) =>
      withShop(wish, async (book, { paths }) => {
        if ((await importedIfAny(book, paths)) === null) return;
        const hash = book.hash();
        expect(changesIn(await book.import(paths))).toEqual([]);
        for (const path of paths) expect(changesIn((await importedIfAny(book, [path])) ?? [])).toEqual([]);
        expect(book.hash()).toBe(hash);
      }),
  });
});

/** The files of one export belong together. */
function exportsOf(made: MadeAtHand): readonly (readonly string[])[] {
  return [...Map.groupBy(made.files, ({ first }) => first).values()].map((files) =>
    files.map(({ file }) => join(made.folder, file)),
  );
}

function ordersOf<Item>([first, ...others]: readonly Item[]): Item[][] {
  if (first === undefined) return [[]];
  return ordersOf(others).flatMap((rest) =>
    rest.map((_, at) => rest.toSpliced(at, 0, first)).concat([[...rest, first]]),
  );
}

/**
 * Text files with their orders in another order; the rows of one order stay in theirs, for things bought are listed as they stand. Null: of
 * another kind.
 */
function shuffled(made: MadeAtHand, wishSeed: number): readonly string[] | null {
  const market = markets.find(({ name }) => name === made.files[0]?.market);
  const standAlone = market?.writers.every(
    ({ container, profile, above }) =>
      container.startsWith('utf8') && profile.reading?.firstRow === undefined && above.length === 0,
  );
  if (standAlone !== true) return null;
  const random = seededRandom(wishSeed);
  return made.paths.map((path) => {
    const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    const orderOf = (row: string): string => row.slice(0, row.indexOf(','));
    const places = new Map(rows.map((row) => [orderOf(row), random.next()]));
    const placed = rows.map((row) => [places.get(orderOf(row)) ?? 0, row] as const);
    const mixed = placed.toSorted(([a], [b]) => a - b);
    const other = join(dirname(path), `mixed-${basename(path)}`);
    writeFileSync(other, `${[header, ...mixed.map(([, row]) => row)].join('\r\n')}\r\n`);
    return other;
  });
}

test(
  `I2 three overlapping exports converge in all six orders, and with their rows mixed, in ${fewRuns} shops`,
  long,
  async () => {
    await holdsAlways({
      name: 'I2 any order',
      runs: fewRuns,
      seed: seed + 1,
      cases: threeExports,
      keep: keepShop,
      holds: (wish, mix) =>
        withShop(wish, async (together, made) => {
          await together.import(made.paths);
          const hash = together.hash();
          for (const order of ordersOf(exportsOf(made))) {
            const book = newBook();
            for (const paths of order) await book.import(paths);
            expect(book.hash()).toBe(hash);
            book.close();
          }
          const mixed = shuffled(made, mix);
          if (mixed === null) return;
          const book = newBook();
          for (const path of mixed) await book.import([path]);
          expect(book.hash()).toBe(hash);
          book.close();
        }),
    });
  },
);

/** What the owner may choose beside the files themselves. */
const toggles = fc.record({
  before: fc.nat(3),
  shop: fc.constantFrom(undefined, undefined, '小铺'),
  remember: fc.boolean(),
});

/** Only an import that is done has a number. */
const withoutId = (report: BatchReport): object => ({ ...report, id: null });

test(`I3 what the check shows is what the import does, in ${runs} shops`, long, async () => {
  await holdsAlways({
    name: 'I3 preview is import',
    runs,
    seed: seed + 2,
    cases: fc.tuple(anyShops, toggles).map(([[wish], choice]): [typeof wish, typeof choice] => [wish, choice]),
    keep: (folder, wish) => keepShop(folder, wish),
    holds: (wish, { before, shop, remember }) =>
      withShop(wish, async (book, { paths }) => {
        for (const path of paths.slice(0, before)) await importedIfAny(book, [path]);
        const countOf = (): unknown => book.one('select count(*) from shop_order');
        const had = Number(countOf());
        let shown: readonly BatchReport[] = [];
        try {
          shown = (await book.check(paths, { shop, remember })).batches;
        } catch (error) {
          if (error instanceof Problem) return;
          throw error;
        }
        const done = await book.import(paths, { shop, remember });
        expect(done.map(withoutId)).toEqual(shown.map(withoutId));
        expect(Number(countOf()) - had).toBe(shown.reduce((sum, { orders }) => sum + orders.new, 0));
      }),
  });
});

describe('I4', () => {
  test(`every row is accounted for, in ${runs} shops`, long, async () => {
    await holdsAlways({
      name: 'I4 every row',
      runs,
      seed: seed + 3,
      cases: anyShops,
      keep: keepShop,
      holds: (wish) =>
        withShop(wish, async (book, made) => {
          if ((await importedIfAny(book, made.paths)) === null) return;
          const rows = new Map(made.files.map(({ file, rows }) => [basename(file), rows]));
          const accounts = book.all(`
            select name, row_count, (
              select count(*) from (
                select row_no from source_row where source_row.file_id = import_file.file_id
                union select row_no from row_problem where row_problem.file_id = import_file.file_id
              )
            ) from import_file
          `) as [string, number, number][];
          for (const [name, seen, found] of accounts) {
            expect(`${name}: ${found}`).toBe(`${name}: ${seen}`);
            // A blank line beneath some headers counts as a row.
            expect(seen).toBeGreaterThanOrEqual(rows.get(name) ?? Number.NaN);
          }
        }),
    });
  });

  test(`every order of sound files is there, in ${runs} shops`, long, async () => {
    await holdsAlways({
      name: 'I4 every order',
      runs,
      seed: seed + 4,
      cases: soundShops,
      keep: keepShop,
      holds: (wish) =>
        withShop(wish, async (book, made) => {
          await book.import(made.paths);
          const numbers = (
            book.all('select order_number from shop_order join order_key using (order_id)') as [string][]
          ).map(([number]) => number);
          expect(numbers.toSorted()).toEqual(made.orders.map(({ number }) => number).toSorted());
        }),
    });
  });
});
