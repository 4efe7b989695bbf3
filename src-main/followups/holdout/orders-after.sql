-- 这些人在各自的日子里算数的订单，新的在前：哪一段日子里的、净额多少。
-- The counted orders of people, each within days of their own, newest first: in which of the spans, and their net money.
select span.key as span, shop_order.order_id as "order", order_number as number, ordered_on as day, customer.customer_id as customer,
  coalesce(customer.display_name, customer.name) as name, coalesce(net_minor, 0) as netMinor
from json_each(:spans) as span
cross join shop_order on shop_order.customer_id = span.value ->> 0 and ordered_on between span.value ->> 1 and span.value ->> 2
join order_key using (order_id)
join customer on customer.customer_id = shop_order.customer_id
where counts = 1
  and shop_order.shop_id in (select shop_id from shop where currency = :currency)
order by ordered_on desc, shop_order.order_id desc
