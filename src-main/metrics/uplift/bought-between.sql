-- 这些客户在这段日子里算数的订单：各几单、净额多少。
-- What customers ordered within the days: how many counted orders each, and their net money.
select shop_order.customer_id as customer, count(*) as orders, sum(net_minor) as minor
from shop_order
where counts = 1
  and ordered_on between :from and :until
  and shop_id in (select shop_id from shop where currency = :currency)
  and shop_order.customer_id in (select value from json_each(:customers))
group by shop_order.customer_id
