/**
 * `npm run make-shop -- --out DIR`: a made shop with known truth. `--seed` `--buyers` `--orders` `--marketplaces a,b` `--today` `--days`
 * `--every MONTHS` `--overlap DAYS` `--damage N` (of each kind) or `--damage scientific=3,total=1`.
 */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dayOf } from '../../src-shared/day.ts';
import { type DamageKind, damageKinds } from './damage.ts';
import { type MadeShopOptions, makeShop } from './made-shop.ts';
import type { Market } from './market.ts';
import { marketNamed, markets } from './markets.ts';

const say = (words: string): boolean => process.stdout.write(`${words}\n`);

function refuse(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(2);
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) refuse(`--${name} needs a whole number, not “${text}”`);
  return Number(text);
}

function marketsOf(list: string): MadeShopOptions['markets'] {
  const [first, ...others] = list.split(',').map((name): Market => {
    const known = marketNamed(name.trim());
    return (
      known ?? refuse(`no marketplace “${name}”; there are: ${markets.map((market) => market.name).join(', ')}, or all`)
    );
  });
  return first === undefined ? refuse('--marketplaces needs a name') : [first, ...others];
}

function damageOf(text: string): MadeShopOptions['damage'] {
  if (/^\d+$/.test(text)) return Object.fromEntries(damageKinds.map((kind) => [kind, Number(text)]));
  const isKind = (word: string): word is DamageKind => damageKinds.some((kind) => kind === word);
  return Object.fromEntries(
    text.split(',').map((pair): [DamageKind, number] => {
      const [kind = '', count = '1'] = pair.split('=');
      if (!isKind(kind)) refuse(`no damage “${kind}”; there are: ${damageKinds.join(', ')}`);
      return [kind, wholeNumber('damage', count, 1)];
    }),
  );
}

const { values: asked } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string' },
    buyers: { type: 'string' },
    orders: { type: 'string' },
    marketplaces: { type: 'string', default: 'taobao,jd,youzan' },
    today: { type: 'string', default: '2026-03-05' },
    days: { type: 'string' },
    every: { type: 'string' },
    overlap: { type: 'string' },
    damage: { type: 'string', default: '0' },
  },
});

if (asked.out === undefined) refuse('--out DIR: where the files go');
const folder = resolve(asked.out);
const today = dayOf(asked.today) ?? refuse(`--today needs a day like 2026-03-05, not “${asked.today}”`);
const orders = asked.orders === undefined ? null : wholeNumber('orders', asked.orders, 0);
// Of a marketplace with several kinds of files that say the same, the first.
const all = markets.filter(
  ({ marketplace }, at) => markets.findIndex((other) => other.marketplace === marketplace) === at,
);
const names = asked.marketplaces === 'all' ? all.map((market) => market.name).join(',') : asked.marketplaces;
const options: MadeShopOptions = {
  seed: wholeNumber('seed', asked.seed, 7),
  buyers: Math.max(1, wholeNumber('buyers', asked.buyers, orders === null ? 2000 : Math.ceil(orders / 2.6))),
  orders,
  markets: marketsOf(names),
  today,
  days: wholeNumber('days', asked.days, 730),
  every: Math.max(1, wholeNumber('every', asked.every, 6)),
  overlapDays: wholeNumber('overlap', asked.overlap, 0),
  damage: damageOf(asked.damage),
};
const made = await makeShop(folder, options);
const wished = Object.values(options.damage).reduce((sum, count) => sum + count, 0);
const places = `${made.damage.length}${made.damage.length < wished ? ` of ${wished}` : ''} damaged places`;
say(`seed ${options.seed}: ${made.persons} people, ${made.orders} orders, ${made.files.length} files, ${places}`);
say(`the files and, in “truth”, what is true of them: ${folder}`);
