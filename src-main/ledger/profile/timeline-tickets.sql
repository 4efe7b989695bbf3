-- Service tickets of a customer, by their identities.
select ticket_id as ticket, content
from identity
cross join service_ticket on service_ticket.kind = identity.kind and service_ticket.value = identity.value
where identity.customer_id = ?
order by ticket_id
