-- 一个数字背后的订单，一页一页列：单号、日子、东西、净额。
-- The orders behind a figure, page by page: number, day, items, net.
with behind as (select 1),
page as (
  select order_id, row_number() over () as place
  from behind
  limit :window_count offset :window_from
)
select
  order_id,
  order_number,
  ordered_on,
  shop.currency,
  shop_order.net_minor,
  null as why,
  coalesce(
    (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
    items_text,
    ''
  ) as items
from page
join shop_order using (order_id)
join order_key using (order_id, shop_id)
join shop using (shop_id)
order by place
