-- What was bought, the most frequent first: titles of lines, each with its counted orders.
select title as text, count(distinct order_id) as count
from order_line
join shop_order using (order_id)
where counts = 1
  and title <> ''
  and (:text = '' or instr(lower(title), lower(:text)) > 0)
group by title
order by count desc, title
limit :limit
