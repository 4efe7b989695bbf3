-- 一位客户截至某天（含当天）的有效单，从早到晚。
-- The counted orders of one customer up to a day (included), the oldest first.
select order_id, order_number, ordered_on, unixepoch(ordered_on) / 86400 as day, coalesce(net_minor, 0) as net_minor
from shop_order
join order_key using (order_id, shop_id)
where counts = 1
  and customer_id = :customer
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
order by ordered_on, order_id
