-- 复购留存：按第一笔有效单的月份分批，每批几位新客；第 k 个月（0 就是第一次来的那个月）里有几位下了有效单、净额多少；came_back 是第 1 到第 k 个月里至少又来过一次的，一人只数一次。行数到截止日所在的月为止，那个月可能没满。
-- Cohort retention: customers by the month of their first counted order; how many of each cohort ordered k calendar months later (0 is the month they first came), and the net of it; came_back counts those who ordered at least once in months 1 to k, each once. Rows run to the month of the day asked for, which may not be over.
with recursive bought as materialized (
  select
    customer_id,
    12 * substr(ordered_on, 1, 4) + substr(ordered_on, 6, 2) - 1 as month_no,
    coalesce(net_minor, 0)                                       as net_minor
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
newcomer as materialized (
  select customer_id, min(month_no) as cohort_no
  from bought
  group by customer_id
  having :from is null or min(month_no) >= 12 * substr(:from, 1, 4) + substr(:from, 6, 2) - 1
),
cohort as (
  select cohort_no, count(*) as customers from newcomer group by cohort_no
),
active as (
  select cohort_no, month_no - cohort_no as later, count(distinct customer_id) as active, sum(net_minor) as net_minor
  from bought
  join newcomer using (customer_id)
  group by cohort_no, later
),
return as (
  select cohort_no, later, count(*) as returned
  from (
    select cohort_no, min(month_no) - cohort_no as later
    from bought
    join newcomer using (customer_id)
    where month_no > cohort_no
    group by customer_id
  )
  group by cohort_no, later
),
step (cohort_no, later) as (
  select cohort_no, 0 from cohort
  union all
  select cohort_no, later + 1 from step
  where cohort_no + later < 12 * substr(:on, 1, 4) + substr(:on, 6, 2) - 1
)
select
  printf('%04d-%02d', cohort_no / 12, cohort_no % 12 + 1)                                   as month,
  later,
  customers,
  coalesce(active, 0)                                                                       as active,
  coalesce(sum(returned) over (partition by cohort_no order by later), 0)                   as came_back,
  coalesce(net_minor, 0)                                                                    as net_minor,
  1.0 * coalesce(active, 0) / customers                                                     as active_rate,
  1.0 * coalesce(sum(returned) over (partition by cohort_no order by later), 0) / customers as came_back_rate
from step
join cohort using (cohort_no)
left join active using (cohort_no, later)
left join return using (cohort_no, later)
order by cohort_no, later
