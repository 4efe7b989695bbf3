-- The summary of each refreshed customer in each shop: all orders, and the counted ones with their money and days. What is as it was is not
-- written again.
delete from customer_total
where customer_id in (select customer_id from refreshed_customer)
  and not exists (
    select 1 from shop_order
    where shop_order.customer_id = customer_total.customer_id and shop_order.shop_id = customer_total.shop_id
  );

insert into customer_total (customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day)
select
  shop_order.customer_id,
  shop_order.shop_id,
  count(*),
  sum(counts),
  coalesce(sum(case when counts = 1 then paid_minor end), 0),
  coalesce(sum(case when counts = 1 then refund_minor end), 0),
  coalesce(sum(case when counts = 1 then net_minor end), 0),
  min(case when counts = 1 then ordered_on end),
  max(case when counts = 1 then ordered_on end)
from refreshed_customer
cross join shop_order on shop_order.customer_id = refreshed_customer.customer_id
where true
group by shop_order.customer_id, shop_order.shop_id
on conflict (customer_id, shop_id) do update set
  orders = excluded.orders, counted = excluded.counted, paid_minor = excluded.paid_minor, refund_minor = excluded.refund_minor,
  net_minor = excluded.net_minor, first_day = excluded.first_day, last_day = excluded.last_day
where (customer_total.orders, customer_total.counted, customer_total.paid_minor, customer_total.refund_minor,
    customer_total.net_minor, customer_total.first_day, customer_total.last_day)
  is not (excluded.orders, excluded.counted, excluded.paid_minor, excluded.refund_minor,
    excluded.net_minor, excluded.first_day, excluded.last_day)
