(
  select customer_id, shop_id, orders, counted, paid_minor, refund_minor, net_minor, first_day, last_day
  from customer_total
  where customer_id not in (
    select customer_id from shop_order where customer_id is not null and order_id in (select order_id from excluded_order)
  )
  union all
  select
    customer_id, shop_id, count(*), sum(counts),
    coalesce(sum(paid_minor) filter (where counts = 1), 0),
    coalesce(sum(refund_minor) filter (where counts = 1), 0),
    coalesce(sum(net_minor) filter (where counts = 1), 0),
    min(ordered_on) filter (where counts = 1),
    max(ordered_on) filter (where counts = 1)
  from shop_order
  where order_id not in (select order_id from excluded_order)
    and customer_id in (
      select customer_id from shop_order where customer_id is not null and order_id in (select order_id from excluded_order)
    )
  group by customer_id, shop_id
)
