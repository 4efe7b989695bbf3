-- Every stage somebody was said to be at, in the order in which it was said; what was taken back is left out.
select identity.customer_id as customer, after as content
from journal
cross join identity on identity.kind = row_key ->> '$.kind' and identity.value = row_key ->> '$.value'
where table_name = 'customer_mark' and field = 'lead:1' and undone_at is null and coalesce(after, '') <> ''
  and identity.customer_id is not null
order by edit_id
