-- What is about to change in the ledger: made by the planner, carried out by carry-out. In the stage for a check, temporary for an undo.

create table plan_shop (
  shop_id     integer primary key,
  marketplace text not null,
  name        text not null,
  currency    text not null
);

-- Every order touched. action: new, changed, same, gone.
create table plan_key (
  order_id     integer primary key,
  batch_no     integer,
  shop_id      integer not null,
  order_number text not null,
  is_new       integer not null,
  action       text not null
);

create table plan_order (
  order_id        integer primary key,
  shop_id         integer not null,
  status          text not null,
  counts          integer not null,
  status_word     text,
  close_reason    text,
  ordered_at      text,
  paid_at         text,
  shipped_at      text,
  completed_at    text,
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
);

create table plan_line (
  order_id         integer not null,
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
) without rowid;

-- Orders that change while their lines stand as they are to be.
create table plan_lines_kept (order_id integer primary key);

-- Keys that orders carry but that belong to somebody else, and the orders whose earlier ones are void.
create table plan_link (
  order_id integer not null,
  kind     text not null,
  value    text not null,
  primary key (order_id, kind, value)
) without rowid;

create table plan_unlinked (order_id integer primary key);

-- Identities that are new, change hands (customer_id) or go (gone = 1).
create table plan_identity (
  kind        text not null,
  value       text not null,
  customer_id integer,
  gone        integer not null,
  primary key (kind, value)
) without rowid;

-- Customers touched. action: new, kept, gone; summed: only what their orders come to is worked out again; added: only new orders are added.
create table plan_customer (
  customer_id  integer primary key,
  anchor_kind  text not null,
  anchor_value text not null,
  certainty    text not null,
  action       text not null
);

-- Whose order it is, where that is new or another than before.
create table plan_owner (
  order_id    integer primary key,
  customer_id integer
);
