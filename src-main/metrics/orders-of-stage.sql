-- 走到某一步的客户的有效单（怎么分步见“阶段”）；不说哪一步就是全部客户的。
-- The counted orders of the customers who stand in a stage (see Lifecycle); without one, of all customers.
--[stages]
select order_id, shop_order.customer_id, shop_order.net_minor
from shop_order
join staged on staged.customer_id = shop_order.customer_id
where counts = 1
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and (:stage is null or stage = :stage)
order by ordered_on desc, order_id desc
