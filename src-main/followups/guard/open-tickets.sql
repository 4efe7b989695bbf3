-- 有工单没结的客户。有争议时不推销。
-- Customers with a service ticket that is not closed. Nobody is sold to in a dispute.
select identity.customer_id, content ->> '$.opened' as day, coalesce(nullif(content ->> '$.text', ''), content ->> '$.about') as what
from service_ticket
cross join identity on identity.kind = service_ticket.kind and identity.value = service_ticket.value
where state = 'open' and identity.customer_id is not null
order by ticket_id
