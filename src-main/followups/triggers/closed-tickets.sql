-- 这些天里办完的工单。
-- Service tickets that were closed on these days.
select ticket_id, identity.customer_id, content ->> '$.closed' as day, content ->> '$.order' as order_number
from service_ticket
cross join identity on identity.kind = service_ticket.kind and identity.value = service_ticket.value
where state = 'closed' and identity.customer_id is not null and content ->> '$.closed' between :from and :to
order by day, ticket_id
