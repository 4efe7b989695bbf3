-- How a customer could be reached, as each of the orders has it, the newest first.
select
  shop_order.order_id as orderId,
  shop.marketplace,
  shop_order.receiver_phone as phone,
  shop_order.buyer_email as email,
  shop_order.receiver_name as name,
  shop_order.address,
  shop_order.province,
  shop_order.city,
  shop_order.district,
  shop_order.status,
  shop_order.ordered_on as day,
  substr(shop_order.completed_at, 1, 10) as completedOn
from shop_order
cross join shop on shop.shop_id = shop_order.shop_id
where shop_order.customer_id = ?
order by shop_order.ordered_on desc, shop_order.order_id desc
