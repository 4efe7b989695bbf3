-- 一位客户买过的商品：付过钱、没退光的单里，同名算一件，不分店铺和币种。
-- What a customer has bought: in orders that are paid and not refunded whole; things of one name are one, whatever the shop and its money.
select distinct trim(title) as title
from shop_order
join order_line using (order_id)
where customer_id = :customer and counts = 1 and ordered_on <= :on and trim(title) <> ''
