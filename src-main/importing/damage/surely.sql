-- Orders of one day whose number a spoilt one may have been: few, and found by the day.
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
from shop_order
cross join order_key on order_key.order_id = shop_order.order_id
cross join shop on shop.shop_id = shop_order.shop_id
where shop_order.ordered_on = @day and shop_order.shop_id = @shopId
  and order_number between @from and @to and length(order_number) = length(@from)
