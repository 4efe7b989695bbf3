-- 买了这件，另一天又来买那件的：买过前一件的几位客户，其中几位在之后的某一天（不是同一天）买了后一件（至少 :least 位才列），来过的客户里几位买过后一件。置信度 = 占买过前一件的人；提升度 = 比所有客户买后一件的占比高几倍。
-- Bought this, then that on a later day: how many customers bought the first, how many of them bought the second on a day after (listed from :least on), and how many customers of all bought the second. Confidence is their share of those who bought the first; lift how many times that is the share of all customers who bought the second.
with bought as materialized (
  select customer_id, trim(title) as title, min(ordered_on) as first_day, max(ordered_on) as last_day
  from shop_order
  join order_line using (order_id)
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and trim(title) <> ''
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id, trim(title)
),
usual as materialized (
  select title, count(*) as customers from bought group by title having count(*) >= :least
),
kept as materialized (
  select * from bought where title in (select title from usual)
),
pair as (
  select one.title as title, other.title as next_title, count(*) as followed
  from kept as one
  join kept as other on other.customer_id = one.customer_id and other.title <> one.title and other.last_day > one.first_day
  group by one.title, other.title
  having count(*) >= :least
),
size as (
  select count(distinct customer_id) as buyers
  from shop_order
  where counts = 1
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
)
select
  pair.title,
  pair.next_title,
  one.customers                                                        as customers,
  other.customers                                                      as next_customers,
  followed,
  buyers,
  1.0 * followed / one.customers                                       as confidence,
  1.0 * followed * buyers / (1.0 * one.customers * other.customers)    as lift
from pair
join usual as one on one.title = pair.title
join usual as other on other.title = pair.next_title
cross join size
order by lift desc, followed desc, pair.title, pair.next_title
limit 200
