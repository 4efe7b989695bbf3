-- 常在一笔单里一起买的商品：两件同在几笔单（至少 :least 笔才列），各在几笔单，一共几笔有效单。支持度 = 两件同在的单占全部单；置信度 = 买了前一件的单里有后一件的占比；提升度 = 置信度比后一件平时的占比高几倍，1 就是没有关系。同名算一件，退光了的不算。碰巧的可能由前面几个数算出：两样没有关系时，凑巧同在这么多单的概率（费希尔精确检验，单侧）；超过 5% 就说不准。
-- Items often bought in one order: how many orders hold both (listed from :least on), how many hold each, and how many counted orders there are. Support is the share of all orders that hold both; confidence the share of orders with the first that hold the second; lift how many times that is the second's usual share, 1 meaning no connection. Items of one name are one. The share by chance is worked out of these counts: how often two independent things would stand together so often by accident (Fisher's exact test, one-sided); above 5 % nothing can be said.
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
pair as (
  select one.title as title, other.title as with_title, count(*) as together
  from kept as one
  join kept as other on other.order_id = one.order_id and other.title <> one.title
  group by one.title, other.title
  having count(*) >= :least
),
size as (
  select count(*) as baskets from basket
)
select
  pair.title,
  pair.with_title,
  one.orders                                                                      as orders,
  other.orders                                                                    as with_orders,
  together,
  baskets,
  1.0 * together / baskets                                                        as support,
  1.0 * together / one.orders                                                     as confidence,
  1.0 * together * baskets / (1.0 * one.orders * other.orders)                    as lift,
  1.0 * together / baskets - 1.0 * one.orders / baskets * other.orders / baskets  as leverage,
  (1.0 - 1.0 * other.orders / baskets) / nullif(1.0 - 1.0 * together / one.orders, 0) as conviction,
  1.0 * together / (one.orders + other.orders - together)                         as jaccard
from pair
join usual as one on one.title = pair.title
join usual as other on other.title = pair.with_title
cross join size
order by lift desc, together desc, pair.title, pair.with_title
limit 2000
