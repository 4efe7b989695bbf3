-- 这些天里买过名字含某个词的商品的有效订单，每单一行。
-- Counted orders of these days in which something was bought whose name has one of the words: one row each.
select order_id, customer_id, ordered_on as day
from shop_order
where counts = 1 and customer_id is not null
  and ordered_on between :from and :to
  and exists (
    select 1 from json_each(:words) as word
    where instr(lower(coalesce(shop_order.items_text, '')), word.value) > 0
      or exists (
        select 1 from order_line
        where order_line.order_id = shop_order.order_id and instr(lower(coalesce(order_line.title, '')), word.value) > 0
      )
  )
order by day, order_id
