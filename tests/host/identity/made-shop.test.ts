/**
 * Who is who, measured against the truth of a made shop: what is certain and what is called likely must be right, how much of the truth is
 * found is reported, and every wrong one is listed. REGULARS_BUYERS makes the shop larger (20000 is what the goals speak of), REGULARS_SEED
 * another one, REGULARS_MARKETS one of other marketplaces.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FoundGroup, likelyGroups } from '../../../src-main/identity/likely-groups.ts';
import { madeShop } from '../../support/made-shop.ts';
import { measure, type Score } from '../../support/measure-identity.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

const BUYERS = Number(process.env['REGULARS_BUYERS'] ?? 4000);
const SEED = Number(process.env['REGULARS_SEED'] ?? 11);
const NAMED = 20;
const markets = (process.env['REGULARS_MARKETS'] ?? 'taobao,jd,youzan').split(',');

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

describe(`who is who in a made shop of ${BUYERS} buyers`, () => {
  test('is certainly right in 99.5 of 100, and likely in 95', { timeout: 1_800_000 }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'regulars-'));
    const book = newBook();
    const shop = await madeShop(home, { markets, buyers: BUYERS, seed: SEED });
    for (const market of markets) {
      const files = shop.files.filter((file) => file.market === market).map(({ file }) => join(home, file));
      await book.import(files, { shop: market });
    }
    const personOf = new Map(shop.orders.map(({ number, person }) => [number, person]));
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
    expect(sure.certainOrders.pairs).toBeGreaterThan(BUYERS);
    expect(sure.certainOrders.precision).toBeGreaterThanOrEqual(0.995);
    expect(sure.likely.precision).toBeGreaterThanOrEqual(0.95);
    expect(sure.proposed.precision).toBeGreaterThanOrEqual(0.95);
    book.close();
    rmSync(home, { recursive: true, force: true });
  });
});
