-- The folds of rows that stand for an order by themselves become planned orders, each with its one line. At last their keys.
insert into plan_order
select
  plan_key.order_id, plan_key.shop_id, status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from plan_key
cross join staged_fold on staged_fold.fold_no = plan_key.fold_no
where plan_key.order_id between @from and @to
order by plan_key.order_id;
insert into plan_line
select plan_key.order_id, 1, null, items_text, null, null, quantity, null, total_minor, null, null
from plan_key
cross join staged_fold on staged_fold.fold_no = plan_key.fold_no
where plan_key.order_id between @from and @to
order by plan_key.order_id;
insert into plan_link
select plan_key.order_id, key_column.kind, case key_column.kind when 'buyer' then buyer_key when 'email' then email_key when 'phone' then phone_key else likely_key end as key_value
from plan_key
cross join staged_fold on staged_fold.fold_no = plan_key.fold_no
cross join (select 'buyer' as kind union all select 'email' union all select 'phone' union all select 'likely') as key_column
where plan_key.order_id between @from and @to and key_value is not null;
select plan_key.order_id, buyer_key, email_key, phone_key, likely_key
from plan_key
cross join staged_fold on staged_fold.fold_no = plan_key.fold_no
where plan_key.order_id between @from and @to
order by plan_key.order_id
