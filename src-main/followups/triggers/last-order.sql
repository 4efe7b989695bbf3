-- 一位客户到这天为止最后一张有效订单。
-- The last counted order of a customer up to the day.
select order_id
from shop_order
where customer_id = :customer and counts = 1 and ordered_on <= :on
order by ordered_on desc, ordered_at desc, order_id desc
limit 1
