-- The orders a rule means, newest first, a window of them.
select
  shop_order.order_id as "order",
  order_number as orderNumber,
  ordered_on as day,
  shop_order.customer_id as customer,
  (select coalesce(display_name, name) from customer where customer.customer_id = shop_order.customer_id) as name,
  buyer_id as nick,
  seller_note as sellerNote,
  buyer_note as buyerNote,
  shop.currency,
  paid_minor as paidMinor,
  counts
from (
  select order_id from shop_order where /* meant */ true order by ordered_on desc, order_id desc limit :count offset :from
) as meant
cross join shop_order on shop_order.order_id = meant.order_id
cross join order_key on order_key.order_id = shop_order.order_id
cross join shop on shop.shop_id = shop_order.shop_id
order by ordered_on desc, shop_order.order_id desc
