-- 客户按这段日子的净额从多到少排：合起来占到八成的是大，再到九成五的是中，其余是小（ABC 分法；净额相同的同级）。每级几位、几单、多少净额、各占几成、最少的一位有多少净额；also_by_orders 是按单数排同样位数的人里也有几位，差得越远，只看单数越会看错人。还没有成本，按净额算，不是利润。
-- Customers by their net of the period, the largest first: those who together bring four fifths are large, up to nineteen twentieths medium, the rest small (ABC analysis; equal nets are graded alike). Of each grade its customers, orders and net, their shares, and the least net in it; also_by_orders: how many of them the same number of customers by orders would hold; the fewer, the more counting orders alone misjudges. There are no costs yet: this is net, not profit.
with bought as materialized (
  select customer_id, count(*) as orders, sum(coalesce(net_minor, 0)) as net_minor
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
),
whole as (
  select count(*) as customers, sum(net_minor) as net_minor, sum(max(net_minor, 0)) as gained_minor from bought
),
placed as (
  select
    customer_id,
    orders,
    bought.net_minor,
    -- What those before bring: nobody is parted from who has as much.
    coalesce(sum(max(bought.net_minor, 0)) over (
      order by bought.net_minor desc groups between unbounded preceding and 1 preceding), 0) as before_minor,
    row_number() over (order by orders desc, bought.net_minor desc, customer_id)             as by_orders,
    gained_minor
  from bought
  cross join whole
),
graded as materialized (
  select
    *,
    case
      when net_minor <= 0 then 3
      when 5 * before_minor < 4 * gained_minor then 1
      when 20 * before_minor < 19 * gained_minor then 2
      else 3
    end as grade
  from placed
),
size as (
  select grade, count(*) as customers, sum(count(*)) over (order by grade) as up_to from graded group by grade
)
select
  case graded.grade when 1 then 'large' when 2 then 'medium' else 'small' end                        as grade,
  count(*)                                                                                           as customers,
  1.0 * count(*) / whole.customers                                                                   as share_customers,
  sum(orders)                                                                                        as orders,
  sum(graded.net_minor)                                                                              as net_minor,
  1.0 * sum(graded.net_minor) / nullif(whole.net_minor, 0)                                           as share_net,
  min(graded.net_minor)                                                                              as least_minor,
  count(*) filter (where by_orders > up_to - size.customers and by_orders <= up_to)                  as also_by_orders
from graded
join size on size.grade = graded.grade
cross join whole
group by graded.grade
order by graded.grade
