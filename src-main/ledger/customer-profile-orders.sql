-- All orders of a customer with what was bought, oldest first.
select order_id, order_number, shop.name as shop, shop.currency, shop_id, status, counts, ordered_at, ordered_on,
  paid_minor, refund_minor, net_minor,
  (select min(content ->> '$.kind') from excluded_order join exclusion_rule using (rule_id)
    where excluded_order.order_id = shop_order.order_id) as excluded,
  coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
           items_text, '') as items
from shop_order join order_key using (order_id, shop_id) join shop using (shop_id)
where customer_id = ? order by ordered_at, order_id
