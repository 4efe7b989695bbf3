-- What a customer's orders say about the person, newest first. Ties are broken by business keys, never by the ledger's numbers.
select
  shop_order.buyer_id as buyerId,
  shop_order.buyer_email as email,
  shop_order.receiver_name as receiverName,
  shop_order.receiver_phone as receiverPhone,
  shop_order.province,
  shop_order.city,
  shop_order.district
from shop_order
cross join order_key on order_key.order_id = shop_order.order_id
cross join shop on shop.shop_id = shop_order.shop_id
where shop_order.customer_id = cast(? as integer)
order by
  coalesce(shop_order.ordered_at, shop_order.paid_at, '') desc,
  order_key.order_number desc,
  shop.marketplace,
  shop.name,
  shop.currency
