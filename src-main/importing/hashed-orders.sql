-- Every order by its shop and number, with whose it is by the customer's anchor, and the owner's split mark.
select
  shop.marketplace, shop.name, shop.currency, order_key.order_number,
  customer.anchor_kind, customer.anchor_value, split_mark.mark,
  status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at, ordered_on,
  total_minor, paid_minor, refund_minor, net_minor,
  shop_order.buyer_id, buyer_email, receiver_name, receiver_phone,
  shop_order.province, shop_order.city, shop_order.district, address,
  items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from shop_order
join order_key on order_key.order_id = shop_order.order_id
join shop on shop.shop_id = shop_order.shop_id
left join customer on customer.customer_id = shop_order.customer_id
left join split_mark on split_mark.order_id = shop_order.order_id
order by shop.marketplace, shop.name, shop.currency, order_key.order_number
