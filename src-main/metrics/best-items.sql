-- 卖得最好的商品：出现在几笔有效单里、几位客户买过、其中几位另一天又买过同一件、卖出几件、成交多少钱（子订单金额，没有明细的单子按净额）。取前 200。
-- Best-selling items: in how many counted orders, bought by how many customers, how many of them bought the same again on another day, pieces, and money (of the order line; the order's net where no line says). The first 200.
with sold as (
  select
    line.title,
    o.order_id,
    o.customer_id,
    o.ordered_on,
    coalesce(line.quantity, 1) as pieces,
    coalesce(line.amount_minor - coalesce(line.refund_minor, 0),
             iif(count(*) over (partition by o.order_id) = 1, o.net_minor, 0), 0) as line_minor
  from shop_order as o
  join order_line as line using (order_id)
  where o.counts = 1
    and o.ordered_on <= :on
    and (:from is null or o.ordered_on >= :from)
    and o.shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
    and line.title <> ''
),
buyer as (
  select title, customer_id, count(distinct ordered_on) > 1 as again
  from sold
  where customer_id is not null
  group by title, customer_id
),
regular as (
  select title, sum(again) as bought_again
  from buyer
  group by title
)
select
  title,
  count(distinct order_id)                 as orders,
  count(distinct customer_id)              as customers,
  coalesce(max(regular.bought_again), 0)   as bought_again,
  sum(pieces)                              as pieces,
  sum(line_minor)                          as sales_minor
from sold
left join regular using (title)
group by title
order by orders desc, title
limit 200
