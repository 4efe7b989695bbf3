-- The summary of each customer in each shop.
select
  customer.anchor_kind, customer.anchor_value, shop.marketplace, shop.name, shop.currency,
  orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day
from customer_total
join customer on customer.customer_id = customer_total.customer_id
join shop on shop.shop_id = customer_total.shop_id
order by customer.anchor_kind, customer.anchor_value, shop.marketplace, shop.name, shop.currency
