-- The side file of a check: raw rows of the chosen files on their way into the ledger. Thrown away after apply or on discard.

create table staged_check (
  -- ledger_state.changes when the plan was made.
  changes  integer not null,
  -- What the check was asked with, as JSON.
  options  text not null
);

-- One shop and currency: becomes an import_batch.
create table staged_batch (
  batch_no    integer primary key,
  shop_id     integer not null,
  marketplace text not null,
  named       text not null,
  currency    text not null,
  profile     text not null,
  report      text
);

-- What one chosen file has for one shop and currency: becomes an import_file.
create table staged_file (
  file_no     integer primary key,
  source_no   integer not null,
  batch_no    integer,
  shop_name   text,
  currency    text not null,
  marketplace text not null,
  name        text not null,
  sha256      text not null,
  byte_count  integer not null,
  format      text not null,
  encoding    text,
  sheet       text,
  header_row  integer not null,
  header      text not null,
  mapping     text not null,
  row_count   integer not null,
  -- 1: the owner wants this mapping remembered.
  remember    integer not null default 0
);

create table staged_block (
  file_no   integer not null,
  first_row integer not null,
  row_count integer not null,
  rows      blob not null,
  primary key (file_no, first_row)
);

-- Orders of all batches, numbered as they come in the files.
create table staged_order (
  order_no     integer primary key,
  batch_no     integer not null,
  order_number text not null,
  -- The fold of the only row it was seen in; null: it is folded when it is planned.
  fold_no      integer,
  -- That row's file and hash.
  file_no      integer,
  row_hash     blob
);

create table staged_row (
  file_no      integer not null,
  row_no       integer not null,
  order_number text not null,
  row_hash     blob not null,
  -- 1: a further line of an order whose first row has everything else.
  further      integer not null default 0,
  -- Its fold; null: the row cannot be an order by itself.
  fold_no      integer,
  primary key (file_no, row_no)
) without rowid;

-- What a row makes of its order if no other row speaks of it, in the column order of order-values.ts; and the order's keys.
create table staged_fold (
  fold_no integer primary key,
  status text not null, counts integer not null, status_word text, close_reason text, ordered_at text, paid_at text,
  shipped_at text, completed_at text, total_minor integer, paid_minor integer, refund_minor integer, net_minor integer,
  buyer_id text, buyer_email text, receiver_name text, receiver_phone text, province text, city text, district text,
  address text, items_text text, quantity integer, buyer_note text, seller_note text, carrier text, tracking_number text,
  buyer_key text, email_key text, phone_key text, likely_key text
);

create table staged_problem (
  problem_no   integer primary key,
  file_no      integer not null,
  row_no       integer not null,
  code         text not null,
  column_name  text,
  found        text not null,
  order_number text,
  -- 1: found while the rows of an order were put together; found again with every plan.
  planned      integer not null
);

-- The problems of a row are looked for by its place.
create index staged_problem_by_row on staged_problem (file_no, row_no);
