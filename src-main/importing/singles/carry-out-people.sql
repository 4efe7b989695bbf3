-- Moves the fresh customers of a check into the ledger, with what their newest orders say of them and what all their orders come to.
insert into customer (
  customer_id, anchor_kind, anchor_value, certainty, name, buyer_id, phone, province, city, district
)
select
  customer_id, anchor_kind, anchor_value, certainty,
  coalesce(case when name_is_buyer = 1 then named.buyer_id else named.receiver_name end, other_name),
  bought.buyer_id,
  phone,
  home.province, home.city, home.district
from people.fresh_customer
left join folds.staged_fold as named on named.fold_no = name_fold
left join folds.staged_fold as bought on bought.fold_no = buyer_fold
left join folds.staged_fold as home on home.fold_no = region_fold
order by customer_id;

insert into identity (kind, value, customer_id)
select kind, value, customer_id from people.fresh_identity order by kind, value;

insert into customer_total (customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day)
select customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day
from people.fresh_total order by total_no;

-- Their words for the search box are worked out afterwards.
insert or ignore into search_pending (customer_id) select customer_id from people.fresh_customer;

update ledger_state set value = value + 1 where name = 'names'
