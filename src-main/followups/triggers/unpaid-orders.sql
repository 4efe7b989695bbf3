-- 这些天里下了单还没付款的订单。后来又买了的人不在里面。
-- Orders of these days that are not paid yet. Whoever bought something since is not among them.
select order_id, customer_id, ordered_on as day, total_minor as minor
from shop_order
where status = 'unpaid' and customer_id is not null
  and ordered_on between :from and :to
  and not exists (
    select 1 from shop_order as later
    where later.customer_id = shop_order.customer_id and later.counts = 1 and later.ordered_at > shop_order.ordered_at
  )
order by day, order_id
