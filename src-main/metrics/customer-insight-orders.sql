-- 一条习惯下面的单，新的在前。
-- The orders that bear a habit out, newest first.
select
  shop_order.order_id,
  order_number,
  ordered_on,
  :currency as currency,
  coalesce((select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
           items_text, '') as items,
  paid_minor,
  refund_minor,
  net_minor,
  null as why
from shop_order
join order_key using (order_id)
where customer_id = :customer
  and shop_order.shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and (counts = 1 or (:insight = 'returns' and status = 'refunded'))
  and case :insight
    when 'favourite' then exists (select 1 from order_line where order_line.order_id = shop_order.order_id and title = :label)
    when 'price' then paid_minor between :low and :high
    when 'hour' then length(ordered_at) >= 16 and substr(ordered_at, 12, 5) <> '00:00'
      and (cast(substr(ordered_at, 12, 2) as integer) - :low + 24) % 24 < 3
    when 'weekday' then (strftime('%w', ordered_on) + 6) % 7 + 1 = :low
    when 'channel' then shop_order.shop_id = :low
    when 'discount' then (
      select count(*) = count(unit_price_minor * order_line.quantity + amount_minor)
        and sum(unit_price_minor * order_line.quantity) > sum(amount_minor)
      from order_line where order_line.order_id = shop_order.order_id
    )
    when 'returns' then refund_minor > 0
    else ordered_on <= :on
  end
order by ordered_on desc, ordered_at desc, shop_order.order_id desc
