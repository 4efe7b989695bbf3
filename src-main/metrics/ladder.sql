-- A 到 E 的阶梯：A 还没成交过；买过的按次数和平均一笔分四格，B 来得少、单价低，C 来得勤、单价低，D 来得少、单价高，E 来得勤、单价高。来得勤 = 有效单不少于 :ladder_orders；单价高 = 平均一笔不低于 :ladder_minor，没定就是全体买家的中位数。
-- The ladder A to E: A has not bought yet; buyers by how often and how much each time: B seldom and low, C often and low, D seldom and high, E often and high. Often: at least :ladder_orders counted orders; high: the mean of an order is not below :ladder_minor, or, where none is set, the median of all buyers.
with bought as materialized (
  select
    shop_order.customer_id,
    count(*) filter (where counts = 1)                                      as orders,
    coalesce(sum(net_minor) filter (where counts = 1), 0)                   as net_minor
  from shop_order
  join customer using (customer_id)
  where (ordered_on is null or ordered_on <= :on)
    and (:likely or certainty = 'certain')
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by shop_order.customer_id
),
ranked as (
  select
    1.0 * net_minor / orders                                         as average_minor,
    row_number() over (order by 1.0 * net_minor / orders)            as place,
    count(*) over ()                                                 as buyers
  from bought
  where orders > 0
),
line as (
  select coalesce(:ladder_minor, avg(average_minor)) as average_minor
  from ranked
  where place in ((buyers + 1) / 2, (buyers + 2) / 2)
),
stepped as (
  select
    customer_id,
    orders,
    net_minor,
    case
      when orders = 0 then 'A'
      when 1.0 * net_minor / orders < line.average_minor then iif(orders < :ladder_orders, 'B', 'C')
      else iif(orders < :ladder_orders, 'D', 'E')
    end as step
  from bought
  left join line
)
select
  step,
  count(*)                                           as customers,
  sum(orders)                                        as orders,
  sum(net_minor)                                     as net_minor,
  cast(round(1.0 * sum(net_minor) / nullif(sum(orders), 0)) as integer) as average_minor,
  cast(round((select average_minor from line)) as integer)              as line_minor
from stepped
group by step
order by step
