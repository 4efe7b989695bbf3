/** A few orders put straight into a ledger, for tests of what stands beside importing. */

import type { Reading } from '../../../src-main/ledger/transaction.ts';

const ROWS = `
insert into shop (shop_id, marketplace, name, currency) values (1, 'taobao', '拾光小铺', 'CNY'), (2, 'other', 'Etsy', 'USD');
insert into import_batch (batch_id, shop_id, profile, applied_at, report) values (1, 1, 'taobao', '2026-01-01T00:00:00Z', '{}');
insert into order_key (order_id, shop_id, order_number) values (1, 1, '1001'), (2, 1, '1002'), (3, 1, '1003'), (4, 2, '2001'), (5, 1, '1005');
insert into customer (customer_id, anchor_kind, anchor_value, certainty, name)
values (1, 'buyer', 'taobao:豆豆mama', 'certain', '王予安'), (2, 'likely', '张|138****8012|济南', 'likely', '张**'),
  (3, 'email', 'a@example.com', 'certain', 'Ann');
insert into identity (identity_id, kind, value, customer_id)
values (1, 'buyer', 'taobao:豆豆mama', 1), (2, 'phone', '13800138005', 1), (3, 'likely', '张|138****8012|济南', 2), (4, 'email', 'a@example.com', 3);
insert into shop_order (order_id, shop_id, customer_id, status, counts, ordered_at, paid_at, total_minor, paid_minor, refund_minor, net_minor, receiver_name)
values
  (1, 1, 1, 'completed', 1, '2025-06-01 08:00:00', '2025-06-01 08:01:00', 10000, 10000, 0, 10000, '王予安'),
  (2, 1, 1, 'partiallyRefunded', 1, '2025-07-01 08:00:00', '2025-07-01 08:01:00', 5000, 5000, 1000, 4000, '王予安'),
  (3, 1, 2, 'unpaid', 0, '2025-08-01 08:00:00', null, 700, 0, null, 0, '张**'),
  (4, 2, 3, 'completed', 1, '2025-05-01 08:00:00', '2025-05-01 08:00:00', 999, 999, null, 999, 'Ann'),
  (5, 1, null, 'completed', 1, null, '2025-09-01 08:00:00', null, null, null, null, null);
insert into order_identity (order_id, identity_id) values (1, 1), (1, 2), (2, 1), (3, 3), (4, 4);
insert into order_line (order_id, line_no, title, quantity, amount_minor) values (1, 1, '龙井', 1, 6000), (1, 2, '茶巾', 2, 4000), (4, 1, 'Cup', 1, 999);
`;

/** Until migration 0005 a customer's row also said how the name sounds. */
function withSounds(rows: string): string {
  return rows
    .replace('certainty, name)', 'certainty, name, pinyin, initials)')
    .replaceAll(
      /'(王予安|张\*\*|Ann)'\)([,;])(?= \(2, 'likely'|\n {2}\(3, 'email'|\ninsert into identity)/g,
      "'$1', 'x', 'x')$2",
    );
}

/** Three customers (one likely), five orders in two shops and two currencies, one order of nobody. Also into a ledger of an older schema. */
export function fillSample(ledger: Reading): void {
  const old = "select 1 from pragma_table_info('customer') where name = 'pinyin'";
  ledger.connection.exec(ledger.connection.prepare(old).get() === undefined ? ROWS : withSounds(ROWS));
}

/** So many orders more, each of a customer who has none yet: something to count and to fill pages with. */
export function addOrders(ledger: Reading, count: number): void {
  const from = Number(ledger.connection.prepare('select coalesce(max(order_id), 0) from order_key').pluck().get());
  ledger.connection.transaction(() => {
    const key = ledger.connection.prepare('insert into order_key (order_id, shop_id, order_number) values (?, 1, ?)');
    const order = ledger.connection.prepare(
      "insert into shop_order (order_id, shop_id, status, counts, ordered_at, address) values (?, 1, 'completed', 0, '2026-01-01 00:00:00', ?)",
    );
    for (let id = from + 1; id <= from + count; id += 1) {
      key.run(id, `9${id}`);
      order.run(id, `浙江省 杭州市 西湖区 示范路${id}号`);
    }
  })();
}
