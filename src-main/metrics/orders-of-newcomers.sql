-- 某个月第一次来的客户（第一笔有效单在那个月）到截止日为止的全部有效单；again 为 1 时只要另一天又来买过的客户的。
-- All counted orders, up to the day asked for, of customers whose first counted order was in a month; with again = 1 only of those who bought again on another day.
with bought as (
  select order_id, customer_id, net_minor, ordered_on
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
newcomer as (
  select customer_id
  from bought
  group by customer_id
  having (:from is null or min(ordered_on) >= :from)
    and (:month is null or substr(min(ordered_on), 1, 7) = :month)
    and (coalesce(:again, 0) = 0 or count(distinct ordered_on) > 1)
)
select order_id, customer_id, net_minor
from bought
where customer_id in (select customer_id from newcomer)
order by ordered_on desc, order_id desc
