-- What an order adds to the part of a customer it belongs to.
select
  coalesce(nullif(shop_order.receiver_name, ''), shop_order.buyer_id) as name,
  shop.name as shop,
  shop.currency,
  shop_order.ordered_on as day,
  shop_order.counts,
  shop_order.net_minor as netMinor
from shop_order
join shop on shop.shop_id = shop_order.shop_id
where shop_order.order_id = cast(? as integer)
