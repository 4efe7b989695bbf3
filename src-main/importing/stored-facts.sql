-- What stored orders say about their buyer, and the owner's mark on those he took out of a likely person. Who asks says of which orders.
select
  shop_order.order_id as orderId,
  shop.marketplace,
  shop_order.buyer_id as buyerId,
  shop_order.buyer_email as buyerEmail,
  shop_order.receiver_name as receiverName,
  shop_order.receiver_phone as receiverPhone,
  shop_order.province,
  shop_order.city,
  shop_order.district,
  shop_order.address,
  split_mark.mark
from shop_order
cross join shop on shop.shop_id = shop_order.shop_id
left join split_mark on split_mark.order_id = shop_order.order_id
