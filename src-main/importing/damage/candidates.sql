-- Orders of a shop that a damaged row may be of: with what is left of its number, or placed about that day. At most some thousand are looked at.
select
  shop_order.order_id as "order",
  order_number as orderNumber,
  currency,
  ordered_at as orderedAt,
  paid_at as paidAt,
  total_minor as totalMinor,
  paid_minor as paidMinor,
  buyer_id as buyerId,
  receiver_name as receiverName,
  receiver_phone as receiverPhone
from (
  select order_id from order_key
  where shop_id = @shopId and order_number between @from and @to and length(order_number) = length(@from)
  union
  select order_id from order_key
  where shop_id = @shopId and @zeros is not null and order_number in ('0' || @zeros, '00' || @zeros, '000' || @zeros)
  union
  select order_id from shop_order
  where shop_id = @shopId and ordered_on between @fromDay and @toDay
  limit 20000
) as alike
join shop_order on shop_order.order_id = alike.order_id
join order_key on order_key.order_id = alike.order_id
join shop on shop.shop_id = shop_order.shop_id
