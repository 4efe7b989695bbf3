-- What the owner did by hand. It wins over every import, and outlives the import it was made upon.

-- The present value of each edited field. Hangs on an identity, not on a customer's number: it comes back with the person.
create table customer_edit (
  kind  text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value text not null check (value <> ''),
  field text not null check (field in ('displayName', 'note')),
  -- The journal entry that set it last; the newest one wins where two people turn out to be one.
  edit_id integer not null references journal (edit_id),
  content text not null,
  primary key (kind, value, field)
) strict, without rowid;

-- Orders the owner took out of a likely person; orders with the same mark stay together.
create table split_mark (
  order_id integer primary key references order_key (order_id),
  mark     text not null check (mark <> '')
) strict;

-- Every write that is not an import: who asked, when, what it was, what it became.
create table journal (
  edit_id    integer primary key autoincrement,
  edited_at  text not null,
  -- The method that asked: 'customers.edit', 'settings.change' …
  reason     text not null,
  table_name text not null,
  -- Business key of the row, as JSON.
  row_key    text not null check (json_valid(row_key)),
  field      text not null,
  before     text,
  after      text,
  undone_at  text
) strict;

create table setting (
  name  text primary key,
  value text not null check (json_valid(value))
) strict, without rowid;

-- Counts the changes of imports and identities, so that a check can tell that the ledger moved on.
create table ledger_state (
  name  text primary key,
  value integer not null
) strict, without rowid;

insert into ledger_state (name, value) values ('changes', 0);
