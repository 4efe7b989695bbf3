-- 一位客户的全部订单，新的在前。算不算数：有付款时间、没有全额退款、下单日不晚于截止日的才算；“为什么不算”写在最后一列。
-- All orders of one customer, newest first. An order counts if it has a payment time, is not fully refunded and was placed on or before the day asked for; the last column says why one does not.
select
  shop_order.order_id,
  order_number,
  ordered_on,
  coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
           items_text, '') as items,
  :currency as currency,
  net_minor,
  case
    when ordered_on > :on then 'after-day'
    --[excluded
    when order_id in (select order_id from excluded_order) then (
      select 'excluded-' || min(content ->> '$.kind')
      from excluded_order join exclusion_rule using (rule_id)
      where excluded_order.order_id = shop_order.order_id
    )
    --]
    when counts = 1 then null
    when status in ('unpaid', 'closed', 'refunded') then status
    else 'no-payment-time'
  end as why
from shop_order
join order_key using (order_id)
where customer_id = :customer
  and shop_order.shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
order by ordered_on desc, ordered_at desc, shop_order.order_id desc
