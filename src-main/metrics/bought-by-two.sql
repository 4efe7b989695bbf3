-- 买了这两件的单里还有哪一件：三件同在几笔单（至少 :least 笔才列），前两件同在几笔单，第三件在几笔单，一共几笔有效单。置信度 = 有前两件的单里有第三件的占比；提升度 = 比第三件平时的占比高几倍。同名算一件，退光了的不算。碰巧的可能由前面几个数算出：两样没有关系时，凑巧同在这么多单的概率（费希尔精确检验，单侧）；超过 5% 就说不准。
-- What orders with these two items hold besides: how many hold all three (listed from :least on), how many hold the first two, how many the third, and how many counted orders there are. Confidence is the share of orders with the first two that hold the third; lift how many times that is the third's usual share. Items of one name are one. The share by chance is worked out of these counts: how often two independent things would stand together so often by accident (Fisher's exact test, one-sided); above 5 % nothing can be said.
with basket as materialized (
  select order_id
  from shop_order
  where counts = 1
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
item as materialized (
  select order_id, trim(title) as title
  from order_line
  where order_id in (select order_id from basket) and trim(title) <> ''
  group by order_id, trim(title)
  having sum(coalesce(quantity, 1)) > 0
),
usual as materialized (
  select title, count(*) as orders from item group by title having count(*) >= :least
),
kept as materialized (
  select order_id, title from item where title in (select title from usual)
),
pair as materialized (
  select one.title as title, other.title as second_title, count(*) as orders
  from kept as one
  join kept as other on other.order_id = one.order_id and other.title > one.title
  group by one.title, other.title
  having count(*) >= :least
),
held as materialized (
  select one.order_id, one.title, other.title as second_title, pair.orders
  from kept as one
  join kept as other on other.order_id = one.order_id and other.title > one.title
  join pair on pair.title = one.title and pair.second_title = other.title
),
three as (
  select held.title, held.second_title, third.title as with_title, held.orders, count(*) as together
  from held
  join kept as third on third.order_id = held.order_id and third.title not in (held.title, held.second_title)
  group by held.title, held.second_title, third.title
  having count(*) >= :least
),
size as (
  select count(*) as baskets from basket
)
select
  three.title,
  second_title,
  with_title,
  three.orders                                                          as orders,
  usual.orders                                                          as with_orders,
  together,
  baskets,
  1.0 * together / baskets                                              as support,
  1.0 * together / three.orders                                         as confidence,
  1.0 * together * baskets / (1.0 * three.orders * usual.orders)        as lift
from three
join usual on usual.title = three.with_title
cross join size
order by lift desc, together desc, three.title, second_title, with_title
limit 2000
