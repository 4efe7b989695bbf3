-- What the ledger holds: customers with orders, orders by where they stand, lines, and the money of each currency.
-- Paid is before refunds; net is paid less refunds, summed over the orders whose files say. Unpaid orders were paid 0.
-- :shop is a shop's number, or null for all shops.
with orders as (
  select shop_order.order_id, shop_order.customer_id, shop_order.status, shop_order.ordered_on, shop.currency,
    shop_order.paid_minor, shop_order.refund_minor, shop_order.net_minor
  from shop_order
  join shop on shop.shop_id = shop_order.shop_id
  where :shop is null or shop_order.shop_id = :shop
),
buyers as (
  select customer.customer_id, customer.certainty
  from customer
  where customer.customer_id in (select customer_id from orders)
),
lines as (
  select count(*) as lines
  from order_line
  where (:shop is null or order_id in (select order_id from orders))
  --[excluded
    and order_id in (select order_id from orders)
  --]
),
statuses as (
  select status, count(*) as orders from orders group by status
),
money as (
  select currency,
    coalesce(sum(paid_minor), 0) as paid_minor,
    coalesce(sum(refund_minor), 0) as refund_minor,
    coalesce(sum(net_minor), 0) as net_minor
  from orders
  group by currency
)
select
  (select count(*) from buyers) as customers,
  (select count(*) from buyers where certainty = 'likely') as likely,
  (select count(*) from orders) as orders,
  (select lines from lines) as lines,
  (select count(*) from orders where customer_id is null) as ordersWithoutBuyer,
  (select json_group_object(status, orders) from statuses) as status,
  (select json_group_object(currency, json_object('paidMinor', paid_minor, 'refundMinor', refund_minor, 'netMinor', net_minor)) from money)
    as byCurrency,
  (select min(ordered_on) from orders) as firstDay,
  (select max(ordered_on) from orders) as lastDay
