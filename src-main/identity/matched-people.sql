-- Likely people of several orders, those with most of them first.
select customer.customer_id as customer, customer.anchor_kind as kind, customer.anchor_value as value
from customer
cross join customer_total on customer_total.customer_id = customer.customer_id
where customer.certainty = 'likely'
group by customer.customer_id
having sum(customer_total.orders) > 1
order by sum(customer_total.orders) desc, customer.anchor_value
limit ? offset ?
