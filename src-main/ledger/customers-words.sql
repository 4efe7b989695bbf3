-- What a list says of one customer in words, and whether the newest of their wishes is not to be contacted. The newest counted order names what was bought last.
select coalesce(display_name, name) as name, certainty, buyer_id, phone, province, city, note,
  exists (
    select 1 from identity cross join person_fact on person_fact.kind = identity.kind and person_fact.value = identity.value
    where identity.customer_id = customer.customer_id and topic = 'wishes'
    group by topic having max(edit_id) = max(edit_id) filter (where content ->> '$.optOut')
  ) as no_contact,
  (select coalesce(
      (select title from order_line where order_line.order_id = o.order_id and title is not null order by line_no limit 1),
      o.items_text)
    from shop_order as o
    where o.customer_id = customer.customer_id and o.counts = 1 and o.ordered_on <= :on
      and (:shop is null or o.shop_id = :shop)
    order by o.ordered_on desc, o.ordered_at desc limit 1) as last_item
from customer where customer_id = :customer
