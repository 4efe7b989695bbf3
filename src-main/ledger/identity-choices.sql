-- What the owner chose for a customer he put together, while all of the decision's living identities are that customer's.
select distinct decision_choice.edit_id as editId, decision_choice.field, decision_choice.content
from identity
cross join identity_decision as named on named.kind = identity.kind and named.value = identity.value
cross join decision_choice on decision_choice.edit_id = named.edit_id and decision_choice.nth = named.nth
where
  identity.customer_id = cast(? as integer)
  and not exists (
    select 1
    from identity_decision as other
    cross join identity as elsewhere on elsewhere.kind = other.kind and elsewhere.value = other.value
    where other.edit_id = named.edit_id and other.nth = named.nth and elsewhere.customer_id <> identity.customer_id
  )
order by decision_choice.edit_id, decision_choice.field
