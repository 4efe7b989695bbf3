-- What the orders of all refreshed customers say about them, customer by customer, newest first: as refresh-orders.sql says it of one.
select
  shop_order.customer_id as customerId,
  shop_order.buyer_id as buyerId,
  shop_order.buyer_email as email,
  shop_order.receiver_name as receiverName,
  shop_order.receiver_phone as receiverPhone,
  shop_order.province,
  shop_order.city,
  shop_order.district
from refreshed_customer
cross join shop_order on shop_order.customer_id = refreshed_customer.customer_id
cross join order_key on order_key.order_id = shop_order.order_id
cross join shop on shop.shop_id = shop_order.shop_id
order by
  refreshed_customer.customer_id,
  coalesce(shop_order.ordered_at, shop_order.paid_at, '') desc,
  order_key.order_number desc,
  shop.marketplace,
  shop.name,
  shop.currency
