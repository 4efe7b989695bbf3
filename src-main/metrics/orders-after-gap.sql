-- 隔了这么多天又来的那些有效单：同一位客户离上一次购买（另一天）隔了 :days_from 到 :days_to 天；second 为 1 时只要第二次购买的。不说天数就是全部有人的有效单。
-- The counted orders of customers who came back after so many days: :days_from to :days_to days after the purchase before, on another day; with second = 1 only second purchases. Without days, all counted orders whose buyer is known.
with bought as (
  select order_id, customer_id, net_minor, ordered_on
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
visit as (
  select
    customer_id,
    ordered_on,
    unixepoch(ordered_on) / 86400 - unixepoch(lag(ordered_on) over by_person) / 86400 as gap_days,
    row_number() over by_person                                                       as nth,
    min(ordered_on) over (partition by customer_id)                                   as first_day
  from (select distinct customer_id, ordered_on from bought)
  window by_person as (partition by customer_id order by ordered_on)
)
select order_id, customer_id, net_minor
from bought
join visit using (customer_id, ordered_on)
where (:from is null or iif(:second = 1, first_day, ordered_on) >= :from)
  and (:days_from is null or gap_days >= :days_from)
  and (:days_to is null or gap_days <= :days_to)
  and (coalesce(:second, 0) = 0 or nth = 2)
order by ordered_on desc, order_id desc
