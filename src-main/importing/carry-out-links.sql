-- Keys that orders carry but that belong to somebody else: through the others an order is found by its customer.
insert or ignore into order_identity (order_id, identity_id)
select plan_link.order_id, identity.identity_id
from plan_link
cross join identity on identity.kind = plan_link.kind and identity.value = plan_link.value
