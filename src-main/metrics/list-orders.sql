-- 加进这些数的单：名单里每位客户截至那天的有效单，新的在前，一次一页。
-- The orders added up: every counted order of the customers listed, up to the day, newest first, a page at a time.
select
  shop_order.order_id,
  order_number,
  ordered_on,
  :currency as currency,
  net_minor,
  null as why,
  coalesce(
    (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
    items_text,
    ''
  ) as items
from shop_order
join order_key on order_key.order_id = shop_order.order_id
where counts = 1
  and ordered_on <= :on
  and shop_order.shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and customer_id in (select customer_id from listed)
order by ordered_on desc, shop_order.order_id desc
limit :count offset :from
