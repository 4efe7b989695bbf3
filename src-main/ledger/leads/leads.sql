-- Who asked: marked as a lead by the owner, or written down with a row of an asking of their own (LEAD-…); what they asked for last; the first order that counts
-- since then, which wins them; the next follow-up that is planned.
with marked as materialized (
  select identity.customer_id, content, max(edit_id)
  from customer_mark
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where field = 'lead:1' and identity.customer_id is not null
  group by identity.customer_id
),
asked as materialized (
  -- The place is that of the first asking.
  select customer_id, min(ordered_on) as since, shop.name as place
  from shop
  cross join order_key using (shop_id)
  cross join shop_order using (order_id)
  where marketplace = 'hand'
    and order_number >= 'LEAD-' and order_number < 'LEAD.'
    and customer_id is not null and ordered_on <= :on
  group by customer_id
),
lead as (
  select customer_id, nullif(content, '') as content, coalesce(content ->> '$.since', asked.since) as since, place
  from (select customer_id from marked union select customer_id from asked)
  left join marked using (customer_id)
  left join asked using (customer_id)
  where coalesce(content, '-') <> '' or asked.since is not null
)
select
  lead.customer_id as customer,
  coalesce(display_name, customer.name) as name,
  lead.content,
  lead.since,
  lead.place,
  (
    select nullif(trim(coalesce(items_text, (select title from order_line where order_line.order_id = shop_order.order_id limit 1))), '')
    from shop_order
    join order_key using (order_id)
    where customer_id = lead.customer_id and order_number >= 'LEAD-' and order_number < 'LEAD.'
    order by ordered_at desc
    limit 1
  ) as wish,
  (
    select min(day)
    from identity
    cross join follow_up on follow_up.kind = identity.kind and follow_up.value = identity.value
    where identity.customer_id = lead.customer_id and state = 'open'
  ) as next,
  first_order.order_id as wonBy,
  first_order.ordered_on as wonOn,
  first_order.net_minor as wonMinor,
  shop.currency as wonCurrency
from lead
join customer on customer.customer_id = lead.customer_id
left join shop_order as first_order on first_order.order_id = (
  select order_id
  from shop_order
  where customer_id = lead.customer_id and counts = 1 and ordered_on between lead.since and :on
  order by ordered_at, order_id
  limit 1
)
left join shop on shop.shop_id = first_order.shop_id
where lead.since <= :on and (:customer is null or lead.customer_id = :customer)
order by lead.since, lead.customer_id
