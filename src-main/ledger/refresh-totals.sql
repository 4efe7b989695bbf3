-- The summary of each refreshed customer in each shop: all orders, and the counted ones with their money and days.
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
group by shop_order.customer_id, shop_order.shop_id
