-- 每位客户走到哪一步：阶段表和背后的订单都从这里算。
-- Which stage each customer stands in: the table of stages and the orders behind it both go by this.
with purchase as materialized (
  select customer_id, ordered_on, sum(coalesce(net_minor, 0)) as net_minor
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id, ordered_on
),
gap as materialized (
  select
    customer_id,
    unixepoch(ordered_on) / 86400
      - unixepoch(lag(ordered_on) over (partition by customer_id order by ordered_on)) / 86400 as days
  from purchase
),
reached as (
  select days, sum(count(*)) over (order by days) as up_to, sum(count(*)) over () as gaps
  from gap
  where days is not null
  group by days
),
line as materialized (
  select
    min(days) filter (where up_to * 100 >= gaps * 50) as due,
    min(days) filter (where up_to * 100 >= gaps * 75) as sleeping,
    min(days) filter (where up_to * 100 >= gaps * 90) as lost
  from reached
),
own as materialized (
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
),
stood as (
  select
    purchase.customer_id,
    count(*)                                                    as purchases,
    unixepoch(:on) / 86400 - unixepoch(max(ordered_on)) / 86400 as since,
    sum(net_minor)                                              as net_minor
  from purchase
  join customer on customer.customer_id = purchase.customer_id
  where :likely or certainty = 'certain'
  group by purchase.customer_id
),
staged as materialized (
  select
    stood.customer_id,
    net_minor,
    own.days is not null as is_own,
    case
      when coalesce(since <= coalesce(own.days, line.due), true)            then iif(purchases = 1, 'new', 'active')
      when coalesce(since <= coalesce(1.5 * own.days, line.sleeping), true) then 'due'
      when coalesce(since <= coalesce(3 * own.days, line.lost), true)       then 'sleeping'
      else 'lost'
    end as stage
  from stood
  left join own on own.customer_id = stood.customer_id
  cross join line
)
