-- What is in all orders of a customer, line by line.
select order_line.order_id, title
from shop_order cross join order_line on order_line.order_id = shop_order.order_id
where shop_order.customer_id = ? and title is not null
order by order_line.order_id, line_no
