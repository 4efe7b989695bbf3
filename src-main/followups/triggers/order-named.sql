-- 一张订单怎么称呼：编号、下单那天、第一样东西。
-- What an order is called: its number, the day it was placed, the first thing in it.
select order_key.order_id as "order", order_number as number, coalesce(ordered_on, substr(paid_at, 1, 10)) as day,
  coalesce((select title from order_line where order_line.order_id = order_key.order_id and title is not null order by line_no limit 1), items_text) as item
from order_key join shop_order using (order_id)
where order_key.order_id = cast(? as integer)
