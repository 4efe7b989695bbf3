-- Somebody of a group: as they are called, and what their orders in the shop with most of them come to.
with totals as (
  select customer_total.*, shop.name as shop, shop.currency
  from customer_total join shop on shop.shop_id = customer_total.shop_id
  where customer_id = @customer
),
main as (
  select currency from totals group by currency order by sum(orders) desc, currency limit 1
)
select
  customer.customer_id as customer,
  coalesce(customer.display_name, customer.name) as name,
  customer.certainty,
  customer.buyer_id as buyerId,
  customer.phone,
  customer.province,
  customer.city,
  customer.district,
  customer.note,
  (
    select shop_order.address from shop_order
    where shop_order.customer_id = customer.customer_id and shop_order.address <> ''
    order by shop_order.ordered_on desc, shop_order.order_id desc limit 1
  ) as address,
  (select json_group_array(distinct shop order by shop) from totals) as shops,
  (select coalesce(sum(orders), 0) from totals) as orders,
  (select coalesce(sum(counted), 0) from totals) as counted,
  coalesce((select currency from main), '') as currency,
  (select coalesce(sum(net_minor), 0) from totals where currency = (select currency from main)) as netMinor,
  (select min(ordered_on) from shop_order where shop_order.customer_id = customer.customer_id) as firstDay,
  (select max(ordered_on) from shop_order where shop_order.customer_id = customer.customer_id) as lastDay
from customer
where customer.customer_id = @customer
