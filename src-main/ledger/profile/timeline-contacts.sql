-- How a customer was contacted, by their identities.
select day, channel, outcome, iif(follow_up_id is null, about, '') as about
from identity
cross join contacted on contacted.kind = identity.kind and contacted.value = identity.value
where identity.customer_id = ?
order by day
