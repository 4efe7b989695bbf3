-- 名单里是谁：这些店里下过单的每位客户，截至某天（含当天）的有效单数、净额、最近一次有效下单日；下面的条件全部要满足。条件里有层时，按近、勤、多各自的线分高低。
-- Who is in a list: every customer with an order in these shops, with their counted orders, net money and last counted day up to a day (included); all the conditions must hold. Where a condition names a tier, high and low follow the lines of recency, frequency and money.
with bought as materialized (
  select
    shop_order.customer_id,
    count(*)                    as frequency,
    sum(coalesce(net_minor, 0)) as net_minor,
    sum(coalesce(paid_minor, 0)) as paid_minor,
    sum(coalesce(refund_minor, 0)) as refund_minor,
    max(ordered_on)             as last_day
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by shop_order.customer_id
),
--[lines
-- High or low in each of the three, by the lines where high begins; the lines come from the scores of everybody, or are your own.
tiered as (
  select
    bought.customer_id,
    iif(unixepoch(:on) / 86400 - unixepoch(last_day) / 86400 <= :near_line, 'R', 'r')
      || iif(frequency >= :often_line, 'F', 'f')
      || iif(net_minor >= :much_line, 'M', 'm') as tier
  from bought
  join customer on customer.customer_id = bought.customer_id
  where :likely or certainty = 'certain'
),
--]
--[fifths
-- Five equal groups in each of the three; the upper two are high.
measure (question, customer_id, business_id, value) as materialized (
  select question, bought.customer_id, business_id, iif(question = 'r', unixepoch(last_day), iif(question = 'f', frequency, net_minor))
  from bought
  join (
    select
      customer_id,
      case anchor_kind when 'buyer' then substr(anchor_value, instr(anchor_value, ':') + 1) else anchor_value end as business_id
    from customer
    where :likely or certainty = 'certain'
  ) as named on named.customer_id = bought.customer_id
  join (select 'r' as question union all select 'f' union all select 'm')
),
scored as (
  select question, customer_id, ntile(5) over (partition by question order by value, business_id, customer_id) as score
  from measure
),
tiered as (
  select
    customer_id,
    iif(max(score) filter (where question = 'r') >= 4, 'R', 'r')
      || iif(max(score) filter (where question = 'f') >= 4, 'F', 'f')
      || iif(max(score) filter (where question = 'm') >= 4, 'M', 'm') as tier
  from scored
  group by customer_id
),
--]
listed as (
  select
    customer.customer_id,
    customer.certainty,
    coalesce(bought.frequency, 0) as frequency,
    coalesce(bought.net_minor, 0) as net_minor,
    coalesce(bought.paid_minor, 0) as paid_minor,
    coalesce(bought.refund_minor, 0) as refund_minor,
    bought.last_day
  from customer
  left join bought on bought.customer_id = customer.customer_id
  --[tiers
  left join tiered on tiered.customer_id = customer.customer_id
  --]
  where customer.customer_id in (
    select customer_id from customer_total
    where shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  )
  --[conditions]
)
