-- When a customer ordered, and what came and went. What was bought is asked of those that are shown.
select order_id as id, coalesce(ordered_at, ordered_on) as at, status, currency, paid_minor as paid, refund_minor as refund
from shop_order join shop using (shop_id)
where customer_id = ?
