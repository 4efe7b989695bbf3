-- 近、勤、多各从哪条线起算高：4 分及以上算高，线就是算高的客户里最靠边的那个数——最近一次最远几天、单数最少几单、净额最少多少；自己定的线就是那条线。打法同“近勤多打分”。
-- From which line on recency, frequency and money count as high: a score of 4 and more is high, and the line is the outermost value among those who score so, the most days, the fewest orders, the least money; lines of your own are what they are. Scored as in RFM scores.
with bought as materialized (
  select
    shop_order.customer_id,
    unixepoch(max(ordered_on)) / 86400 - unixepoch(:on) / 86400 as nearness,
    count(*)                                                    as frequency,
    sum(coalesce(net_minor, 0))                                 as net_minor
  from shop_order
  join customer using (customer_id)
  where counts = 1
    and ordered_on <= :on
    and (:likely or certainty = 'certain')
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by shop_order.customer_id
),
named as (
  select
    bought.*,
    case anchor_kind when 'buyer' then substr(anchor_value, instr(anchor_value, ':') + 1) else anchor_value end as business_id
  from bought
  join customer using (customer_id)
),
-- One row per customer and question; days away are counted below zero, so that more is better in all three.
measure (question, customer_id, business_id, value, line) as materialized (
  select 'r', customer_id, business_id, nearness, -:near_days from named
  union all
  select 'f', customer_id, business_id, frequency, :often_orders from named
  union all
  select 'm', customer_id, business_id, net_minor, :much_minor from named
),
ranked as (
  select
    question,
    value,
    row_number() over in_order - 1                as place,
    lead(value, 1, value) over in_order           as next_value,
    count(*) over (partition by question)         as customers
  from measure
  where :definition = 'quantile'
  window in_order as (partition by question order by value)
),
-- The four cut points, times five to stay whole.
cut as materialized (
  select question, 5 * value + (next_value - value) * ((customers - 1) * k % 5) as value_times_five
  from ranked
  join (select 1 as k union all select 2 union all select 3 union all select 4)
    on place = (customers - 1) * k / 5
),
scored as (
  select
    question,
    customer_id,
    value,
    case :definition
      when 'typed' then iif(value >= line, 5, 1)
      when 'ntile' then ntile(5) over (partition by question order by value, business_id, customer_id)
      else 1 + (select count(*) from cut where cut.question = measure.question and cut.value_times_five < 5 * measure.value)
    end as score
  from measure
)
select
  iif(:definition = 'typed', :near_days, -min(value) filter (where question = 'r' and score >= 4))   as recency_days,
  iif(:definition = 'typed', :often_orders, min(value) filter (where question = 'f' and score >= 4)) as frequency,
  iif(:definition = 'typed', :much_minor, min(value) filter (where question = 'm' and score >= 4))   as net_minor
from scored
having count(*) > 0
