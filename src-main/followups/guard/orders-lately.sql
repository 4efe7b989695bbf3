-- 一位客户最近几天下的最后一张单：先让人收到货。
-- The last order of a customer within the last days: they are let be until it has come.
select customer_id, ordered_on as day, order_number as what
from shop_order join order_key using (order_id)
where customer_id = :customer and status not in ('closed', 'refunded')
  and ordered_on between date(:on, '-' || :days || ' days') and :on
order by ordered_on desc, ordered_at desc
limit 1
