-- What the newest order of a customer says: what refresh-orders.sql says first, unless another one is of the same second, or has no time.
select
  ordered_at is not (
    select other.ordered_at from shop_order as other
    where other.customer_id = shop_order.customer_id
    order by other.ordered_on desc, other.ordered_at desc limit 1 offset 1
  )
  and not exists (
    select 1 from shop_order as other where other.customer_id = shop_order.customer_id and other.ordered_at is null
  ) as isClear,
  buyer_id as buyerId,
  buyer_email as email,
  receiver_name as receiverName,
  receiver_phone as receiverPhone,
  province,
  city,
  district
from shop_order
where customer_id = ?
order by ordered_on desc, ordered_at desc
limit 1
