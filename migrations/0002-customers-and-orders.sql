-- What the ledger says today: a pure function of the live source rows and the owner's edits.

create table customer (
  customer_id  integer primary key,
  -- The strongest identity of the customer: stable name across undo and redo. 'taobao:豆豆mama', 'a@b.c', '13800138001' …
  anchor_kind  text not null check (anchor_kind in ('buyer', 'email', 'phone', 'likely')),
  anchor_value text not null check (anchor_value <> ''),
  certainty    text not null check (certainty in ('certain', 'likely')),
  -- The owner's own name for the customer; null = none.
  display_name text,
  -- What the newest orders say.
  name         text not null,
  buyer_id     text,
  -- Whole, or masked with '*'. Never a virtual number.
  phone        text,
  province     text,
  city         text,
  district     text,
  note         text,
  -- For search: of display_name or name.
  pinyin       text not null,
  initials     text not null,
  phone_tail   text,
  unique (anchor_kind, anchor_value)
) strict;

create index customer_by_phone_tail on customer (phone_tail);
create index customer_by_initials on customer (initials);
create index customer_by_pinyin on customer (pinyin);

create table identity (
  identity_id integer primary key,
  kind        text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value       text not null check (value <> ''),
  -- null: the key links nobody by itself (a phone shared by several buyers).
  customer_id integer references customer (customer_id),
  unique (kind, value)
) strict;

create index identity_by_customer on identity (customer_id);

create table shop_order (
  order_id        integer primary key references order_key (order_id),
  shop_id         integer not null references shop (shop_id),
  -- null: nobody can say whose it is; the order counts in sales only.
  customer_id     integer references customer (customer_id),
  status          text not null check (status in ('unpaid', 'paid', 'shipped', 'completed', 'closed', 'partiallyRefunded', 'refunded')),
  -- 1: has a payment time and is not fully refunded.
  counts          integer not null check (counts in (0, 1)),
  -- The marketplace's own word.
  status_word     text,
  close_reason    text,
  ordered_at      text,
  paid_at         text,
  shipped_at      text,
  completed_at    text,
  -- The shop's day the order was placed on.
  ordered_on      text generated always as (substr(coalesce(ordered_at, paid_at), 1, 10)) stored,
  total_minor     integer,
  paid_minor      integer,
  refund_minor    integer,
  net_minor       integer,
  buyer_id        text,
  buyer_email     text,
  receiver_name   text,
  receiver_phone  text,
  province        text,
  city            text,
  district        text,
  address         text,
  items_text      text,
  quantity        integer,
  buyer_note      text,
  seller_note     text,
  carrier         text,
  tracking_number text
) strict;

create index shop_order_by_customer on shop_order (customer_id, ordered_at);
create index shop_order_by_day on shop_order (ordered_on);

create table order_line (
  order_id         integer not null references shop_order (order_id),
  line_no          integer not null,
  line_number      text,
  title            text,
  spec             text,
  sku              text,
  quantity         integer,
  unit_price_minor integer,
  amount_minor     integer,
  refund_minor     integer,
  status_word      text,
  primary key (order_id, line_no)
) strict, without rowid;

create table order_identity (
  order_id    integer not null references shop_order (order_id),
  identity_id integer not null references identity (identity_id),
  primary key (order_id, identity_id)
) strict, without rowid;

create index order_identity_by_identity on order_identity (identity_id);

-- A summary of each customer in each shop, kept in step with the orders touched.
create table customer_total (
  customer_id  integer not null references customer (customer_id),
  shop_id      integer not null references shop (shop_id),
  orders       integer not null,
  -- Orders that count, and what they come to.
  counted      integer not null,
  paid_minor   integer not null,
  refund_minor integer not null,
  net_minor    integer not null,
  -- First and last day of a counted order; null when none counts.
  first_day    text,
  last_day     text,
  primary key (customer_id, shop_id)
) strict, without rowid;

create index customer_total_by_net on customer_total (shop_id, net_minor);
create index customer_total_by_last_day on customer_total (shop_id, last_day);

-- Words of a customer for the search box: single Chinese characters, pinyin, initials, names in Latin letters.
create virtual table customer_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
