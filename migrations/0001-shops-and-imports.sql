-- Where everything in the ledger comes from: shops, imports, and the raw text of every imported row.

create table shop (
  shop_id     integer primary key,
  marketplace text not null check (marketplace <> ''),
  name        text not null check (name <> ''),
  -- ISO 4217. A shop that sells in two currencies is two rows: sums never cross currencies.
  currency    text not null check (length(currency) = 3),
  unique (marketplace, name, currency)
) strict;

-- One import of one shop. Taking it back sets undone_at; nothing is deleted.
create table import_batch (
  batch_id   integer primary key autoincrement,
  shop_id    integer not null references shop (shop_id),
  profile    text not null,
  applied_at text not null,
  undone_at  text,
  -- The report the owner agreed to, as JSON.
  report     text not null check (json_valid(report))
) strict;

create table import_file (
  file_id    integer primary key autoincrement,
  batch_id   integer not null references import_batch (batch_id),
  name       text not null,
  sha256     text not null check (length(sha256) = 64),
  byte_count integer not null,
  format     text not null check (format in ('csv', 'xlsx')),
  encoding   text,
  sheet      text,
  -- 1-based record number of the header row.
  header_row integer not null,
  header     text not null check (json_valid(header)),
  -- How the rows were read (which column is which field), as JSON, so that they can be read again.
  mapping    text not null check (json_valid(mapping)),
  row_count  integer not null
) strict;

create index import_file_by_batch on import_file (batch_id);

-- Raw rows in compressed blocks of about 500: a JSON array of arrays of cell texts.
create table source_block (
  file_id   integer not null references import_file (file_id),
  first_row integer not null,
  row_count integer not null check (row_count > 0),
  rows      blob not null,
  primary key (file_id, first_row)
) strict;

-- Every order number ever seen in a shop. Keeps its id when the order goes and comes back.
create table order_key (
  order_id     integer primary key,
  shop_id      integer not null references shop (shop_id),
  order_number text not null check (order_number <> ''),
  unique (shop_id, order_number)
) strict;

-- Where an order was seen: file and row, also when the row said nothing new.
-- A row is live while its batch is not undone.
create table source_row (
  file_id  integer not null references import_file (file_id),
  row_no   integer not null,
  order_id integer not null references order_key (order_id),
  -- First 8 bytes of the SHA-256 of the row's cells.
  row_hash blob not null,
  primary key (file_id, row_no)
) strict, without rowid;

create index source_row_by_order on source_row (order_id);

-- What was wrong with rows, kept with the import.
create table row_problem (
  file_id     integer not null references import_file (file_id),
  problem_no  integer not null,
  row_no      integer not null,
  code        text not null,
  column_name text,
  found       text not null,
  primary key (file_id, problem_no)
) strict, without rowid;

-- A column mapping the owner made, found again by the header's hash.
create table own_mapping (
  mapping_id  integer primary key,
  header_hash text not null unique,
  name        text not null,
  header      text not null check (json_valid(header)),
  mapping     text not null check (json_valid(mapping))
) strict;
