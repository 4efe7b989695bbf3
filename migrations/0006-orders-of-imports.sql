-- What an import did to each of its orders, and how they stood then: so that its report opens down to them, whatever came later.

-- What most of its orders were: an order without a note of its own in batch_order is that. null: imported before this was noted.
alter table import_batch add column usual_action text check (usual_action in ('new', 'changed', 'same'));
alter table import_batch add column usual_buyer text check (usual_buyer in ('new', 'likely', 'known', 'nobody'));

-- The order that a problem stopped; null where its number cannot be read, or where the problem stops no order.
alter table row_problem add column order_number text;

-- An order of an import that is not the usual one, or no longer stands as it did after the import.
create table batch_order (
  batch_id     integer not null references import_batch (batch_id),
  order_id     integer not null references order_key (order_id),
  action       text not null check (action in ('new', 'changed', 'same')),
  -- Whom the import took the buyer for: somebody new, somebody new by likeness, somebody known, nobody.
  buyer        text not null check (buyer in ('new', 'likely', 'known', 'nobody')),
  -- 1: the order was changed later or taken back, and the columns below say how it stood after this import.
  past         integer not null check (past in (0, 1)),
  status       text,
  counts       integer,
  ordered_on   text,
  lines        integer,
  paid_minor   integer,
  refund_minor integer,
  net_minor    integer,
  -- The customer's number then. It may be nobody's today.
  customer_id  integer,
  primary key (batch_id, order_id)
) strict, without rowid;

create index batch_order_by_order on batch_order (order_id);
