-- 有这件商品的有效单；说了 with_title（和 second_title）就是几件同在的单，退光了的那件不算。不说是哪件就是全部有效单。
-- The counted orders that hold an item; with with_title (and second_title) those that hold all of them, an item wholly taken back not counting. Without an item, all counted orders.
select order_id, customer_id, net_minor
from shop_order
where counts = 1
  and ordered_on <= :on
  and (:from is null or ordered_on >= :from)
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and (:title is null or order_id in (
    select order_id from order_line where trim(title) = :title
    group by order_id having :with_title is null or sum(coalesce(quantity, 1)) > 0))
  and (:with_title is null or order_id in (
    select order_id from order_line where trim(title) = :with_title
    group by order_id having sum(coalesce(quantity, 1)) > 0))
  and (:second_title is null or order_id in (
    select order_id from order_line where trim(title) = :second_title
    group by order_id having sum(coalesce(quantity, 1)) > 0))
order by ordered_on desc, order_id desc
