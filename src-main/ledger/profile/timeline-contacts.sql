-- 和一位客户联系过的每一次：打了、写了、改期了，还有群发给他的。
-- Every time a customer was contacted: called, written to, put off; and the texts that went to many and to them.
select 'call ' || follow_up_id || ' ' || one.key as key, one.value ->> '$.at' as at, one.value ->> '$.outcome' as outcome,
  one.value ->> '$.channel' as channel, one.value ->> '$.note' as text
from identity
cross join follow_up on follow_up.kind = identity.kind and follow_up.value = identity.value
cross join json_each(follow_up.content, '$.log') as one
where identity.customer_id = :customer
union all
-- Two identities of one person may have been in it.
select 'sent ' || edit_id, min(edited_at), 'sent', min(contact.channel), min(contact.about)
from identity
cross join contact on contact.kind = identity.kind and contact.value = identity.value
cross join journal using (edit_id)
where identity.customer_id = :customer and undone_at is null
group by edit_id
