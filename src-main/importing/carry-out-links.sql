-- The identity keys of the planned orders of one span, after their old ones were taken off.
insert into order_identity (order_id, identity_id)
select plan_link.order_id, identity.identity_id
from plan_link
cross join identity on identity.kind = plan_link.kind and identity.value = plan_link.value
where plan_link.order_id between @from and @to
