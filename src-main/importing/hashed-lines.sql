-- Every order line by its order.
select
  shop.marketplace, shop.name, shop.currency, order_key.order_number, line_no,
  line_number, title, spec, sku, order_line.quantity, unit_price_minor, amount_minor, order_line.refund_minor,
  order_line.status_word
from order_line
join shop_order on shop_order.order_id = order_line.order_id
join order_key on order_key.order_id = shop_order.order_id
join shop on shop.shop_id = shop_order.shop_id
order by shop.marketplace, shop.name, shop.currency, order_key.order_number, line_no
