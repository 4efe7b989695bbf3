/** The yardstick: what somebody with iconv and the sqlite3 shell would write. No journal, no sync, nothing kept of the raw rows. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Measured } from './measured.ts';

export const tables = `
create table customers (id integer primary key, nick text not null, alipay text, name text, phone text, last4 text, province text, city text,
  address text, first_at integer, last_at integer, n_orders integer not null default 0, n_valid integer not null default 0,
  paid_cents integer not null default 0, refund_cents integer not null default 0);
create table orders (id integer primary key, order_no text not null, customer_id integer not null, status integer not null, created_at integer not null,
  paid_at integer, goods_cents integer, post_cents integer, paid_cents integer, refund_cents integer, buyer_note text, seller_note text, shipper text,
  ship_no text, close_reason text, import_id integer);
create table order_lines (id integer primary key, order_id integer not null, line_no integer not null, product_id integer not null, qty integer);
create table products (id integer primary key, title text not null unique);`;

export const indexes = `
create unique index if not exists customers_nick on customers (nick);
create index if not exists customers_last4 on customers (last4);
create unique index if not exists orders_no on orders (order_no);
create index if not exists orders_customer on orders (customer_id, created_at);
create index if not exists orders_created on orders (created_at);
create index if not exists lines_order on order_lines (order_id);
create index if not exists lines_product on order_lines (product_id);`;

export const statuses = [
  '交易成功',
  '交易关闭',
  '买家已付款，等待卖家发货',
  '卖家已发货，等待买家确认',
  '等待买家付款',
];

const second = (column: string): string => `unixepoch("${column}") - 28800`;
const cents = (column: string): string => `cast(round("${column}" * 100) as integer)`;
const statusCases = statuses.map((status, index) => `when '${status}' then ${index}`).join(' ');

const transform = `
insert into customers (nick, alipay, name, phone, last4, address, province, city, first_at, last_at, n_orders, n_valid, paid_cents, refund_cents)
  select 买家会员名, 买家支付宝账号, 收货人姓名, ltrim(联系手机, ''''), substr(联系手机, -4), 收货地址, substr(收货地址, 1, instr(收货地址, ' ') - 1),
    substr(收货地址, instr(收货地址, ' ') + 1, 3), min(${second('订单创建时间')}), max(${second('订单创建时间')}), count(*),
    sum(买家实际支付金额 + 0.0 > 退款金额 + 0.0), sum(${cents('买家实际支付金额')}), sum(${cents('退款金额')})
  from stage group by 买家会员名;
create unique index customers_nick on customers (nick);
insert into orders (id, order_no, customer_id, status, created_at, paid_at, goods_cents, post_cents, paid_cents, refund_cents, buyer_note, seller_note,
    shipper, ship_no, close_reason, import_id)
  select s.rowid, substr(订单编号, 3, 19), c.id, case 订单状态 ${statusCases} end, ${second('订单创建时间')}, ${second('订单付款时间')},
    ${cents('买家应付货款')}, ${cents('买家应付邮费')}, ${cents('买家实际支付金额')}, ${cents('退款金额')}, nullif(买家留言, ''), nullif(订单备注, ''),
    nullif(物流公司, ''), nullif(substr(物流单号, 4), ''), 订单关闭原因, 1
  from stage s join customers c on c.nick = s.买家会员名 order by s.rowid;
create temp table line as with recursive split (rid, n, head, tail, q) as (
  select rowid, -1, '', 宝贝标题 || ',', 宝贝总数量 from stage
  union all
  select rid, n + 1, substr(tail, 1, instr(tail, ',') - 1), substr(tail, instr(tail, ',') + 1), q from split where tail <> ''
) select rid, n, head as title, q from split where n >= 0;
insert into products (title) select distinct title from line;
insert into order_lines (order_id, line_no, product_id, qty) select rid, n, p.id, q from line join products p using (title);
drop table line;
${indexes}`;

/** Orders, customers, and the sums any importer must agree upon. */
export function contentOf(path: string): string {
  const book = new Database(path, { readonly: true });
  const said = book
    .prepare(
      'select (select count(*) from orders), (select count(*) from customers), sum(goods_cents + post_cents), sum(refund_cents), count(paid_at) from orders',
    )
    .raw()
    .get() as readonly number[];
  book.close();
  return said.join('/');
}

const shim = `import sys,subprocess,resource,time,json
t=time.time(); p=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL); u=resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"ms":(time.time()-t)*1000,"rssMb":u.ru_maxrss/1024,"cpuMs":1000*(u.ru_utime+u.ru_stime),"code":p.returncode}))`;

export function yardstick(path: string, scratch: string): Measured {
  const [book, utf8, script] = [join(scratch, 'shell.db'), join(scratch, 'shell.csv'), join(scratch, 'shell.sql')];
  const pragmas =
    'pragma page_size=8192;pragma journal_mode=off;pragma synchronous=off;pragma cache_size=-262144;pragma temp_store=memory;';
  writeFileSync(
    script,
    `${pragmas}\n${tables}\nbegin;\n.mode csv\n.import ${utf8} stage\n${transform}\ndrop table stage;\ncommit;\n`,
  );
  const work = `iconv -f GB18030 -t UTF-8 '${path}' > '${utf8}' && sqlite3 -bail '${book}' < '${script}'`;
  const done = spawnSync('python3', ['-c', shim, 'sh', '-c', work], { encoding: 'utf8' });
  const { code, ...used } = JSON.parse(done.stdout) as Measured & { readonly code: number };
  if (code !== 0) throw new Error(`the yardstick ended with ${code}: ${done.stderr}`);
  return { ...used, content: contentOf(book) };
}
