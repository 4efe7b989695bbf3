-- 最近几天刚下过单的客户:先让人收到货。
-- Customers who ordered within the last days: they are let be until it has come.
select customer_id, max(ordered_on) as day, order_number as what
from shop_order join order_key using (order_id)
where customer_id is not null and status not in ('closed', 'refunded')
  and ordered_on between date(:on, '-' || :days || ' days') and :on
group by customer_id
