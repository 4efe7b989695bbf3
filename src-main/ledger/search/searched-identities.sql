-- The buyer ids and the whole phones of these customers, ascending by customer.
select identity.customer_id as id, kind, identity.value
from json_each(@ids) as asked
cross join identity on identity.customer_id = asked.value
where kind in ('buyer', 'phone')
order by identity.customer_id
