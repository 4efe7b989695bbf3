-- 一组人在这段日子里算数的订单，新的在前。
-- The counted orders of these customers within the days, newest first.
select shop_order.order_id as "order", order_number as number, ordered_on as day, customer.customer_id as customer,
  coalesce(customer.display_name, customer.name) as name, coalesce(net_minor, 0) as netMinor
from shop_order
join order_key using (order_id)
join customer on customer.customer_id = shop_order.customer_id
where counts = 1
  and ordered_on between :from and :until
  and shop_order.shop_id in (select shop_id from shop where currency = :currency)
  and shop_order.customer_id in (select value from json_each(:customers))
order by ordered_on desc, shop_order.order_id desc
