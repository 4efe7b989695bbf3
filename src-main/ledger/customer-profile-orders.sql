-- All orders of a customer, oldest first. Each is looked at once, so that who has thousands of them is answered for as quickly as anybody.
select order_id, order_number, shop.name as shop, shop.currency, status, counts, ordered_at, ordered_on,
  paid_minor, refund_minor, receiver_name, receiver_phone, address, coalesce(items_text, '') as items, null as titles,
  (select min(content ->> '$.kind') from excluded_order join exclusion_rule using (rule_id)
    where excluded_order.order_id = shop_order.order_id) as excluded
from shop_order join order_key using (order_id, shop_id) join shop using (shop_id)
where customer_id = ? order by ordered_on, ordered_at, order_id
