-- 客户最近一次算数的单（没有就最近一次的单）是哪家店的、单号多少。
-- Of which shop a customer's newest order that counts is (else their newest one), and its number.
select shop.name as shop, order_key.order_number as number
from shop_order as o
cross join shop on shop.shop_id = o.shop_id
cross join order_key on order_key.order_id = o.order_id
where o.customer_id = :customer and o.ordered_on <= :on and (:shop is null or o.shop_id = :shop)
order by o.counts desc, o.ordered_on desc, o.ordered_at desc
limit 1
