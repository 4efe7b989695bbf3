-- 一位客户的订单里，某条“买过什么”的条件说的那些，新的在前。
-- Those of one customer's orders that a condition about buying speaks of, newest first.
select
  order_id,
  (select order_number from order_key where order_key.order_id = shop_order.order_id) as order_number,
  ordered_on,
  coalesce(
    (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
    items_text,
    ''
  ) as items,
  :currency as currency,
  net_minor,
  counts,
  null as why
from shop_order
where customer_id = :customer
  and --[wanted]
order by ordered_on desc, ordered_at desc, order_id desc
