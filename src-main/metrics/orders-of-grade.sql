-- 一级客户这段日子的有效单（怎么分级见“贡献”）；不说哪级就是全部客户的。
-- The counted orders of the period of the customers of a grade (see Contribution); without one, of all customers.
with bought as (
  select customer_id, sum(coalesce(net_minor, 0)) as net_minor
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
),
placed as (
  select
    customer_id,
    net_minor,
    coalesce(sum(max(net_minor, 0)) over (order by net_minor desc groups between unbounded preceding and 1 preceding), 0) as before_minor,
    sum(max(net_minor, 0)) over ()                                                                                       as gained_minor
  from bought
),
graded as (
  select
    customer_id,
    case
      when net_minor <= 0 then 'small'
      when 5 * before_minor < 4 * gained_minor then 'large'
      when 20 * before_minor < 19 * gained_minor then 'medium'
      else 'small'
    end as grade
  from placed
)
select order_id, customer_id, net_minor
from shop_order
join graded using (customer_id)
where counts = 1
  and ordered_on <= :on
  and (:from is null or ordered_on >= :from)
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  and (:grade is null or grade = :grade)
order by ordered_on desc, order_id desc
