-- Customers that only single orders know, and that the ledger does not: ready to be moved into it. Filled with whole pages.
-- name_fold, buyer_fold, region_fold: the folds whose words they take; name_is_buyer: the name is that fold's buyer id.
create table fresh_customer (
  customer_id integer primary key, anchor_kind text, anchor_value text, certainty text, name_fold integer, name_is_buyer integer,
  other_name text, buyer_fold integer, phone text, region_fold integer
);
-- customer_id null: the key links nobody by itself.
create table fresh_identity (identity_no integer primary key, kind text, value text, customer_id integer);
create table fresh_total (
  total_no integer primary key, customer_id integer, shop_id integer, orders integer, counted integer, paid_minor integer,
  refund_minor integer, net_minor integer, first_day text, last_day text
);
