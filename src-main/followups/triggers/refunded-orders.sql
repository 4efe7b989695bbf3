-- 这些天里办完退款的订单：文件里没有退款时间，按订单完成或关闭的那天，没有就按下单那天算。
-- Orders whose money went back on these days. Files do not say when it did: the day the order was completed stands for it, else the day it was placed.
select order_id, customer_id, day, refund_minor as minor
from (
  select order_id, customer_id, refund_minor, substr(coalesce(completed_at, shipped_at, paid_at, ordered_at), 1, 10) as day
  from shop_order
  where refund_minor > 0 and customer_id is not null
    and ordered_on between date(:from, '-120 days') and :to
)
where day between :from and :to
order by day, order_id
