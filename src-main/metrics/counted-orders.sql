-- 一个数字背后的订单：有付款时间、没有全额退款、下单日不晚于截止日的全部订单，新的在前。
-- The orders behind a figure: all that have a payment time, are not fully refunded and were placed on or before the day asked for, newest first.
select order_id, customer_id, net_minor
from shop_order
where counts = 1
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
order by ordered_on desc, order_id desc
