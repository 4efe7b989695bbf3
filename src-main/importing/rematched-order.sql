-- What a stored order says about its buyer.
select
  shop.marketplace,
  shop_order.shop_id as shopId,
  order_key.order_number as orderNumber,
  shop_order.buyer_id as buyerId,
  shop_order.buyer_email as buyerEmail,
  shop_order.receiver_name as receiverName,
  shop_order.receiver_phone as receiverPhone,
  shop_order.province,
  shop_order.city,
  shop_order.district,
  shop_order.address
from shop_order
join order_key on order_key.order_id = shop_order.order_id
join shop on shop.shop_id = shop_order.shop_id
where shop_order.order_id = ?
