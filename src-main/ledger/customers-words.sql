-- What a list says of one customer in words. The newest counted order names what was bought last.
select coalesce(display_name, name) as name, certainty, buyer_id, phone, province, city, note,
  (select coalesce(
      (select title from order_line where order_line.order_id = o.order_id and title is not null order by line_no limit 1),
      o.items_text)
    from shop_order as o
    where o.customer_id = customer.customer_id and o.counts = 1 and o.ordered_on <= :on
      and (:shop is null or o.shop_id = :shop)
    order by o.ordered_at desc limit 1) as last_item
from customer where customer_id = :customer
