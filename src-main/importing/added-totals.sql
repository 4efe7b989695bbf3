-- Adds the new orders of a check to the sums of customers of whom nothing else changes. Orders from @base on are new, and all orders of these
-- customers among them are single ones.
insert into customer_total (customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day)
select
  customer_id,
  shop_id,
  count(*),
  sum(counts),
  coalesce(sum(case when counts = 1 then paid_minor end), 0),
  coalesce(sum(case when counts = 1 then refund_minor end), 0),
  coalesce(sum(case when counts = 1 then net_minor end), 0),
  min(case when counts = 1 then ordered_on end),
  max(case when counts = 1 then ordered_on end)
from shop_order
where order_id >= @base and +customer_id in (select customer_id from plan_customer where action = 'added')
group by customer_id, shop_id
on conflict (customer_id, shop_id) do update set
  orders = orders + excluded.orders,
  counted = counted + excluded.counted,
  paid_minor = paid_minor + excluded.paid_minor,
  refund_minor = refund_minor + excluded.refund_minor,
  net_minor = net_minor + excluded.net_minor,
  first_day = min(coalesce(first_day, excluded.first_day), coalesce(excluded.first_day, first_day)),
  last_day = max(coalesce(last_day, excluded.last_day), coalesce(excluded.last_day, last_day))
