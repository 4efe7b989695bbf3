-- What a person was marked with, the oldest word first.
select field, content
from identity
cross join customer_mark on customer_mark.kind = identity.kind and customer_mark.value = identity.value
where identity.customer_id = cast(? as integer)
order by edit_id
