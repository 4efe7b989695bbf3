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
  -- What stands above the header, as JSON; null: nothing.
  notice      text,
  -- As import_file has it.
  reading     text,
  -- The live import of the very same table, whose rows these are; null: it was read, or is planned as if it had been.
  repeats     integer,
  -- 1: the owner wants this mapping remembered.
  remember    integer not null default 0,
  -- What it became: known while it is applied.
  file_id     integer
);

-- What the columns say that fill what the owner knows of buyers: a field of theirs ('field:3') with the value as it is kept, or a tag ('tags') by its name.
create table staged_word (
  source_no integer not null,
  row_no    integer not null,
  fills     text not null,
  content   text not null
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
  -- The only row it was seen in: its file and hash; null: it was seen in several, or its row is no order by itself.
  file_no      integer,
  row_hash     blob,
  -- Its number in the ledger; null: not asked yet.
  known_id     integer
);

-- Rows whose order is folded when it is planned. All others are folds of the side file.
create table staged_row (
  file_no      integer not null,
  row_no       integer not null,
  order_number text not null,
  row_hash     blob not null,
  -- 1: a further line of an order whose first row has everything else.
  further      integer not null default 0,
  -- 1: a fold put back because the ledger knows its order; no other row of the check speaks of it.
  alone        integer not null default 0,
  -- Of such a row the number of its order in the ledger; null: not asked yet.
  known_id     integer,
  primary key (file_no, row_no)
) without rowid;

-- Rows of one shop and currency in one piece of a file: where the folds of the side file belong. The last three are known when it is planned
-- and applied.
create table staged_segment (
  segment_no integer primary key,
  file_no    integer not null,
  folds      integer not null,
  batch_no   integer,
  shop_id    integer,
  file_id    integer
);

-- Folds that do not stand for their order after all: another row speaks of it as well, or the ledger knows it. Their rows are staged_rows.
create table staged_put_back (fold_no integer primary key);

-- Orders the ledger knows that one row of the check speaks of, and its fold, which is put back. Only while nothing was planned again.
create table staged_known (
  order_id integer primary key,
  fold_no  integer not null
);

-- The orders that stand in one row and are new: order_id = order_base + fold_no. owners: customer of each fold as 32-bit numbers, 0 = none.
create table staged_singles (
  order_base integer not null,
  orders     integer not null,
  owners     blob not null
);

-- Cells the owner corrected: what the file says, and what he does. earlier: 1 = when the same file was imported before.
create table staged_fix (
  file_no   integer not null,
  row_no    integer not null,
  column_no integer not null,
  found     text not null,
  typed     text not null,
  earlier   integer not null,
  primary key (file_no, row_no, column_no)
) without rowid;

-- What a file says of itself: what its rows come to ('sum', in minor units) or how many there are ('count'), and what they do.
create table staged_claim (
  file_no     integer not null,
  row_no      integer not null,
  kind        text not null,
  column_name text,
  said        integer not null,
  found       integer not null
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
