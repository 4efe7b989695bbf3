-- 往来里的单，新的在前：看退款时只列退过款的，看每隔几天时只列截至那天的有效单。没动过钱的单也列，写明为什么。
-- The orders of the account, newest first: for refunds only those with one, for how often they come only those that count, up to the day. Orders in which no money moved are listed too, with the reason.
select
  shop_order.order_id,
  order_number,
  ordered_on,
  :currency as currency,
  coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
           items_text, '') as items,
  paid_minor,
  iif(paid_minor is null, null, refund_minor) as refund_minor,
  paid_minor - coalesce(refund_minor, 0) as net_minor,
  case
    --[excluded
    when order_id in (select order_id from excluded_order) then (
      select 'excluded-' || min(content ->> '$.kind')
      from excluded_order join exclusion_rule using (rule_id)
      where excluded_order.order_id = shop_order.order_id
    )
    --]
    when counts = 1 or status = 'refunded' then null
    when status in ('unpaid', 'closed') then status
    else 'no-payment-time'
  end as why
from shop_order
join order_key using (order_id)
where customer_id = :customer
  and shop_order.shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and (:figure <> 'refundMinor' or (refund_minor > 0 and paid_minor is not null))
  and (:figure <> 'rhythmDays' or (counts = 1 and ordered_on <= :on))
order by ordered_on desc, ordered_at desc, shop_order.order_id desc
