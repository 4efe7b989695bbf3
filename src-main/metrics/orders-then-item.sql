-- 买过前一件，之后的某一天又买了后一件的客户：他们买后一件的那些有效单。
-- Of customers who bought the first item and the second on a day after: the counted orders in which they bought the second.
with bought as (
  select order_id, customer_id, net_minor, ordered_on, trim(title) as title
  from shop_order
  join order_line using (order_id)
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
one as (
  select customer_id, min(ordered_on) as first_day from bought where title = :title group by customer_id
)
select distinct order_id, customer_id, net_minor
from bought
join one using (customer_id)
where bought.title = :next_title and ordered_on > first_day
order by ordered_on desc, order_id desc
