/**
 * Who is who, measured against the truth of a made shop: what is certain and what is called likely must be right, how much of the truth is
 * found is reported, and every wrong one is listed. Needs a made shop's folder (`npm run make-shop -- --out DIR`) in REGULARS_MADE.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FoundGroup, likelyGroups } from '../../../src-main/identity/likely-groups.ts';
import { measure, type Score } from '../../support/measure-identity.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

const folder = process.env['REGULARS_MADE'];
const absent = folder === undefined || !existsSync(join(folder, 'truth/orders.json'));
const reason = absent ? ' (skipped: REGULARS_MADE names no made shop)' : '';
const NAMED = 20;

async function importAll(book: Book, home: string): Promise<void> {
  for (const market of readdirSync(home).filter((name) => name !== 'truth')) {
    const files = readdirSync(join(home, market)).sort();
    await book.import(
      files.map((name) => join(home, market, name)),
      { shop: market },
    );
  }
}

function groupsIn(book: Book): readonly FoundGroup[] {
  const work = likelyGroups(book.ledger.connection);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

function line(what: string, { pairs, right, precision, wrong }: Score): string {
  const listed = wrong.slice(0, NAMED).map((pair) => `\n    ${pair}`);
  const more = wrong.length > NAMED ? `\n    … ${wrong.length - NAMED} more` : '';
  return `${what}: ${right} of ${pairs} right (${(100 * precision).toFixed(2)} %)${listed.join('')}${more}`;
}

describe(`who is who in a made shop${reason}`, () => {
  test.skipIf(absent)('is certainly right in 99.5 of 100, and likely in 95', { timeout: 1_800_000 }, async () => {
    const home = folder ?? '';
    const book = newBook();
    await importAll(book, home);
    const orders = JSON.parse(readFileSync(join(home, 'truth/orders.json'), 'utf8')) as {
      number: string;
      person: number;
    }[];
    const personOf = new Map(orders.map(({ number, person }) => [number, person]));
    const all = groupsIn(book);
    const sure = measure(
      book.ledger,
      all.filter(({ strength }) => strength === 'likely'),
      (number) => personOf.get(number),
    );
    const withPossible = measure(book.ledger, all, (number) => personOf.get(number));
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    process.stdout.write(
      `${[
        line('certain: names of one customer', sure.certain),
        line('certain: orders of one customer', sure.certainOrders),
        line('likely: orders of one likely customer', sure.likely),
        line('likely: customers of one group', sure.proposed),
        line('likely and possible: customers of one group', withPossible.proposed),
        `customers that are one person: ${percent(sure.recall)} in likely groups, ${percent(withPossible.recall)} in all`,
        `orders of one person: ${percent(sure.recallOfOrders)} in one customer, ${percent(sure.recallWithProposals)} with likely groups, ${percent(withPossible.recallWithProposals)} with all`,
      ].join('\n')}\n`,
    );
    expect(sure.certain.precision).toBeGreaterThanOrEqual(0.995);
    expect(sure.likely.precision).toBeGreaterThanOrEqual(0.95);
    expect(sure.proposed.precision).toBeGreaterThanOrEqual(0.95);
    book.close();
  });
});
