/** The obvious importer: Papa Parse, one upsert per row and table. What `import` must leave far behind. */

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { indexes, statuses, tables } from './yardstick.ts';

const upsertCustomer = `insert into customers (nick, alipay, name, phone, last4, province, city, address, first_at, last_at, n_orders, n_valid, paid_cents, refund_cents)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
  on conflict (nick) do update set first_at = min(first_at, excluded.first_at), last_at = max(last_at, excluded.last_at), n_orders = n_orders + 1,
    n_valid = n_valid + excluded.n_valid, paid_cents = paid_cents + excluded.paid_cents, refund_cents = refund_cents + excluded.refund_cents
  returning id`;
const upsertOrder = `insert into orders (order_no, customer_id, status, created_at, paid_at, goods_cents, post_cents, paid_cents, refund_cents, buyer_note,
    seller_note, shipper, ship_no, close_reason, import_id)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
  on conflict (order_no) do update set status = excluded.status, paid_at = excluded.paid_at, paid_cents = excluded.paid_cents
  returning id`;

const secondOf = (text: string): number | null =>
  text === '' ? null : Date.parse(`${text.replace(' ', 'T')}+08:00`) / 1000;
const centsOf = (text: string): number => Math.round(Number.parseFloat(text) * 100);

async function* texts(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('gb18030');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Buffer, { stream: true });
}

export function papaRows(path: string): AsyncIterable<readonly string[]> {
  return Readable.from(texts(path)).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}));
}

export async function naiveImport(path: string, bookPath: string): Promise<void> {
  const book = new Database(bookPath);
  book.pragma('journal_mode = wal');
  book.exec(tables + indexes);
  const addCustomer = book.prepare<unknown[], number>(upsertCustomer).pluck();
  const addOrder = book.prepare<unknown[], number>(upsertOrder).pluck();
  const addProduct = book
    .prepare<[string], number>(
      'insert into products (title) values (?) on conflict do update set title = title returning id',
    )
    .pluck();
  const addLine = book.prepare('insert into order_lines (order_id, line_no, product_id, qty) values (?, ?, ?, ?)');
  book.exec('begin');
  let isHeader = true;
  for await (const row of papaRows(path)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const at = (column: number): string => row[column] ?? '';
    if (at(0) === '') continue;
    const [created, paid, refund, phone] = [secondOf(at(18)), centsOf(at(9)), centsOf(at(33)), at(17).slice(1)];
    const [province, city] = at(14).split(' ');
    const valid = paid > refund ? 1 : 0;
    const customer = addCustomer.get(
      at(1),
      at(2),
      at(13),
      phone,
      phone.slice(-4),
      province,
      city,
      at(14),
      created,
      created,
      valid,
      paid,
      refund,
    );
    const money = [centsOf(at(4)), centsOf(at(5)), paid, refund];
    const words = [at(12) || null, at(24) || null, at(23) || null, at(22).slice(3) || null, at(28)];
    const number = at(0).slice(2, -1);
    const order = addOrder.get(
      number,
      customer,
      statuses.indexOf(at(11)),
      created,
      secondOf(at(19)),
      ...money,
      ...words,
    );
    at(20)
      .split(',')
      .forEach((title, line) => {
        addLine.run(order, line, addProduct.get(title), Number(at(25)));
      });
  }
  book.exec('commit');
  book.close();
}
