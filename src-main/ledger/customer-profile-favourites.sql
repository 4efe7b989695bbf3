-- What a customer bought most often.
select title, count(distinct order_id) as orders
from shop_order join order_line using (order_id)
where customer_id = ? and counts = 1 and title <> ''
group by title order by orders desc, max(ordered_on) desc, title limit 8
