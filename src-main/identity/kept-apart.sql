-- Did the owner say of two customers that they are never the same?
select 1
from identity
cross join identity_decision as named
  on named.kind = identity.kind and named.value = identity.value and named.verdict = 'never'
cross join identity_decision as other
  on other.edit_id = named.edit_id and other.nth = named.nth and other.side <> named.side
cross join identity as elsewhere on elsewhere.kind = other.kind and elsewhere.value = other.value
where identity.customer_id = ? and elsewhere.customer_id = ?
limit 1
