-- The last four digits of each order number of these customers.
select shop_order.customer_id as id, substr(order_number, -4) as tail
from json_each(@ids) as asked
cross join shop_order on shop_order.customer_id = asked.value
cross join order_key on order_key.order_id = shop_order.order_id
where substr(order_number, -4) glob '[0-9][0-9][0-9][0-9]'
