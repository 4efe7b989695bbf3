import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { likelyGroups } from '../../../src-main/identity/likely-groups.ts';
import { personBook } from '../../../src-main/identity/person-points.ts';
import { measure } from '../../support/measure-identity.ts';
import { newBook } from '../importing/imports-at-hand.ts';

const folder = process.env['REGULARS_MADE'] ?? '';
test.skipIf(folder === '')('measured', { timeout: 900_000 }, async () => {
  const book = newBook();
  for (const market of readdirSync(folder).filter((name) => name !== 'truth')) {
    const t = Date.now();
    await book.import(
      readdirSync(join(folder, market))
        .sort()
        .map((name) => join(folder, market, name)),
      { shop: market },
    );
    console.log(market, Date.now() - t);
  }
  const orders = JSON.parse(readFileSync(join(folder, 'truth/orders.json'), 'utf8')) as {
    number: string;
    person: number;
    isGift: boolean;
    openness: string;
  }[];
  const of = new Map(orders.map((order) => [order.number, order.person]));
  const gift = new Map(orders.map((order) => [order.number, `${order.isGift ? 'GIFT ' : ''}${order.openness}`]));
  const t = Date.now();
  const work = likelyGroups(book.ledger.connection);
  let step = work.next();
  while (step.done !== true) step = work.next();
  console.log('likely groups ms', Date.now() - t, step.value.length);
  const m = measure(book.ledger, step.value, (n) => of.get(n));
  const sure = measure(book.ledger, step.value.filter((g) => g.strength === 'likely'), (n) => of.get(n));
  console.log('SURE', sure.proposed.pairs, sure.proposed.right, sure.proposed.precision, sure.recall, sure.recallWithProposals);
  const { certain, likely, proposed, missed, ...rest } = m;
  for (const [name, s] of Object.entries({ certain, likely, proposed }))
    console.log(name, s.pairs, s.right, s.precision, s.wrong.slice(0, 8));
  console.log(
    rest,
    missed.length,
    book.one('select count(*) from customer'),
    book.all('select certainty, count(*) from customer group by 1'),
  );
  const person = personBook(book.ledger.connection);
  const show = (c: number) =>
    person(c)
      .points.slice(0, 4)
      .map((p) => `${p.marketplace}|${p.nick}|${p.name}|${p.phone}|${p.city} ${p.district}|${p.address}|${p.orders}`)
      .join('\n      ');
  const byPair = new Map(step.value.flatMap((g) => g.pairs.map((p) => [`${p.a} ≠ ${p.b}`, p] as const)));
  for (const w of proposed.wrong.slice(0, 10)) {
    const [a, b] = w.split(' ≠ ').map(Number);
    console.log(
      'WRONG',
      w,
      byPair
        .get(w)
        ?.evidence.map((e) => `${e.field} ${e.says} ${e.bits.toFixed(1)}`)
        .join(', '),
      '\n   A ',
      show(a ?? 0),
      '\n   B ',
      show(b ?? 0),
    );
  }
  for (const [a, b] of missed.filter((_, i) => i % Math.max(1, Math.floor(missed.length / 12)) === 0))
    console.log('MISSED', a, b, '\n   A ', show(a), '\n   B ', show(b));
  for (const w of likely.wrong.slice(0, 6))
    console.log(
      'LIKELY',
      w,
      w.split(' ≠ ').map((n) => gift.get(n)),
    );
  for (const w of certain.wrong.slice(0, 10)) console.log('CERTAIN', w);
  const rows = book.ledger.connection
    .prepare(
      'select order_number as number, marketplace, shop_order.buyer_id as nick, buyer_email as mail, receiver_name as name, receiver_phone as phone from shop_order join order_key using (order_id, shop_id) join shop using (shop_id)',
    )
    .all();
  (await import('node:fs')).writeFileSync(
    '/tmp/made-rows.json',
    JSON.stringify(
      rows.map((row) => ({
        ...(row as object),
        person: of.get((row as { number: string }).number),
        gift: orders.find,
      })),
    ),
  );
  book.close();
  expect(1).toBe(1);
});
