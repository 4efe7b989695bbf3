-- What these customers are called, ascending.
select customer.customer_id as id, display_name as displayName, name, buyer_id as buyerId, phone
from json_each(@ids) as asked
cross join customer on customer.customer_id = asked.value
order by customer.customer_id
