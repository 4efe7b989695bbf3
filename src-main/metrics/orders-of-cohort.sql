-- 一批新客（第一笔有效单在 :month 的客户）的有效单：第 :later 个月下的；back 为 1 时是第 1 到第 :later 个月里下的全部。不说月份就是各批一起。
-- The counted orders of a cohort, customers whose first counted order was in :month: those placed :later months after; with back = 1 all of months 1 to :later. Without a month, of all cohorts.
with bought as (
  select order_id, customer_id, net_minor, ordered_on, 12 * substr(ordered_on, 1, 4) + substr(ordered_on, 6, 2) as month_no
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
newcomer as (
  select customer_id, min(month_no) as cohort_no
  from bought
  group by customer_id
  having (:from is null or cohort_no >= 12 * substr(:from, 1, 4) + substr(:from, 6, 2))
    and (:month is null or cohort_no = 12 * substr(:month, 1, 4) + substr(:month, 6, 2))
)
select order_id, customer_id, net_minor
from bought
join newcomer using (customer_id)
where :later is null
  or (coalesce(:back, 0) = 0 and month_no - cohort_no = :later)
  or (:back = 1 and month_no - cohort_no between 1 and :later)
order by ordered_on desc, order_id desc
