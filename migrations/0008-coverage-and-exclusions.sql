-- Which days the imported files speak of, which days had no sales, and which orders the owner wants left out of every figure.

-- What stands above the header of the file, line by line, as a JSON array; null: nothing does.
alter table import_file add column notice text check (notice is null or json_valid(notice));

-- The days the file covers, both ends included: those it says itself, else from its first ordered day to its last. null: it says nothing about
-- days, as a list of after-sale cases.
alter table import_file add column covers_from text;
alter table import_file add column covers_to text;

-- 1: the file's name or its notice says so.
alter table import_file add column covers_stated integer not null default 0 check (covers_stated in (0, 1));

update import_file set (covers_from, covers_to) = (
  select min(ordered_on), max(ordered_on)
  from source_row join shop_order using (order_id)
  where source_row.file_id = import_file.file_id
)
where json_extract(mapping, '$.granularity') <> 'afterSale';

-- Days of a shop without a file of which the owner says why there is none.
create table quiet_span (
  shop_id  integer not null references shop (shop_id),
  from_day text not null,
  to_day   text not null check (to_day >= from_day),
  reason   text not null check (reason in ('noSales', 'closed')),
  primary key (shop_id, from_day, to_day)
) strict, without rowid;

-- Orders that are none of a customer's: brushing, the owner's own, tests, staff, resellers.
create table exclusion_rule (
  rule_id integer primary key,
  -- Kind, shop and conditions, as JSON. What it said before stands in the journal.
  content text not null check (json_valid(content)),
  -- The journal entry that made it what it is.
  edit_id integer not null references journal (edit_id)
) strict;

-- Which orders each rule takes out today: a pure function of the rules and the orders.
create table excluded_order (
  order_id integer not null references order_key (order_id),
  rule_id  integer not null references exclusion_rule (rule_id),
  primary key (order_id, rule_id)
) strict, without rowid;

create index excluded_order_by_rule on excluded_order (rule_id);
