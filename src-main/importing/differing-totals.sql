-- Customers whose stored summary is not what their orders come to: rows that only one of the two has.
with summaries as (
  select
    customer_id, shop_id, count(*) as orders, sum(counts) as counted,
    coalesce(sum(case when counts = 1 then paid_minor end), 0) as paid_minor,
    coalesce(sum(case when counts = 1 then refund_minor end), 0) as refund_minor,
    coalesce(sum(case when counts = 1 then net_minor end), 0) as net_minor,
    min(case when counts = 1 then ordered_on end) as first_day,
    max(case when counts = 1 then ordered_on end) as last_day
  from shop_order
  where customer_id is not null
  group by customer_id, shop_id
  union all
  select customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day
  from customer_total
)
select distinct customer_id
from summaries
group by customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day
having count(*) = 1
