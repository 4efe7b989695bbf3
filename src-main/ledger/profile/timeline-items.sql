-- What was bought in one order.
select coalesce(
  (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
  items_text, ''
)
from shop_order where order_id = ?
