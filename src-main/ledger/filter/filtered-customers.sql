-- 满足这些条件的客户：每位在这些店里下过单的客户，截至某天（含当天）的有效单、金额和日子，逐位看条件成不成立。
-- The customers who meet the conditions: everybody with an order in these shops, with what their counted orders up to a day (included) come to; the conditions are looked at one customer at a time.
with
--[past
counted as materialized (
  select
    customer_id,
    count(*)                       as frequency,
    sum(coalesce(net_minor, 0))    as net_minor,
    sum(coalesce(paid_minor, 0))   as paid_minor,
    sum(coalesce(refund_minor, 0)) as refund_minor,
    min(ordered_on)                as first_day,
    max(ordered_on)                as last_day
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
),
placed as materialized (
  select customer_id, count(*) as all_orders
  from shop_order
  where customer_id is not null
    and (ordered_on is null or ordered_on <= :on)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
),
bought as materialized (
  select
    here.customer_id,
    coalesce(all_orders, 0)   as all_orders,
    coalesce(frequency, 0)    as frequency,
    coalesce(net_minor, 0)    as net_minor,
    coalesce(paid_minor, 0)   as paid_minor,
    coalesce(refund_minor, 0) as refund_minor,
    first_day,
    last_day
  from (
    select distinct customer_id
    from customer_total
    where shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  ) as here
  left join placed on placed.customer_id = here.customer_id
  left join counted on counted.customer_id = here.customer_id
)
--]
--[current
-- No order was placed after the day: the summaries of the shops say it all.
bought as materialized (
  select
    customer_id,
    sum(orders)       as all_orders,
    sum(counted)      as frequency,
    sum(net_minor)    as net_minor,
    sum(paid_minor)   as paid_minor,
    sum(refund_minor) as refund_minor,
    min(first_day)    as first_day,
    max(last_day)     as last_day
  from customer_total
  where shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
)
--]
--[fifths
-- Five equal groups in each of the three.
, measure (question, customer_id, business_id, value) as materialized (
  select
    question,
    bought.customer_id,
    case anchor_kind when 'buyer' then substr(anchor_value, instr(anchor_value, ':') + 1) else anchor_value end,
    iif(question = 'r', unixepoch(last_day), iif(question = 'f', frequency, net_minor))
  from bought
  cross join customer on customer.customer_id = bought.customer_id
  cross join (select 'r' as question union all select 'f' union all select 'm')
  where frequency > 0 and (:likely or certainty = 'certain')
),
fifth as materialized (
  select
    customer_id,
    max(score) filter (where question = 'r') as r,
    max(score) filter (where question = 'f') as f,
    max(score) filter (where question = 'm') as m
  from (
    select question, customer_id, ntile(5) over (partition by question order by value, business_id, customer_id) as score
    from measure
  )
  group by customer_id
)
--]
--[rhythm
-- The middle of the gaps between days with a counted order; several orders of one day are one purchase.
, gap as (
  select
    customer_id,
    unixepoch(ordered_on) / 86400
      - unixepoch(lag(ordered_on) over (partition by customer_id order by ordered_on)) / 86400 as days
  from (
    select distinct shop_order.customer_id, ordered_on
    from bought
    cross join shop_order on shop_order.customer_id = bought.customer_id
    where frequency >= 3
      and counts = 1
      and ordered_on <= :on
      and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  )
),
rhythm as materialized (
  select customer_id, avg(days) as days
  from (
    select
      customer_id,
      days,
      row_number() over (partition by customer_id order by days) as place,
      count(*) over (partition by customer_id)                   as gaps
    from gap
    where days is not null
  )
  where gaps >= 2 and place in ((gaps + 1) / 2, (gaps + 2) / 2)
  group by customer_id
)
--]
--[levels
, --[standing levels]
--]
select customer.customer_id
from bought
cross join customer on customer.customer_id = bought.customer_id
--[fifths
left join fifth on fifth.customer_id = bought.customer_id
--]
--[rhythm
left join rhythm on rhythm.customer_id = bought.customer_id
--]
--[levels
left join levelled on levelled.customer_id = bought.customer_id
--]
where --[condition]
