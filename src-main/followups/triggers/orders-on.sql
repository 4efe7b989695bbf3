-- 在这些天里付款、发货或收货的有效订单：收货后几天问候、几天后催一句，都从这里来。
-- Counted orders that were paid, sent or received on these days: what is to be said so many days after them goes by these.
select order_id, customer_id, ordered_on, day
from (
  select order_id, customer_id, ordered_on,
    substr(case :what when 'paid' then coalesce(paid_at, ordered_at) when 'shipped' then shipped_at else completed_at end, 1, 10) as day
  from shop_order
  where counts = 1 and customer_id is not null
    and ordered_on between date(:from, '-120 days') and :to
)
where day between :from and :to
order by day, order_id
