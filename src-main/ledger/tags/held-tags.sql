-- How many people have each tag: of a person's words about it the newest counts.
select root, count(*) as customers
from (
  select wanted.key as root, identity.customer_id, content, max(edit_id)
  from json_each(:fields) as wanted
  cross join json_each(wanted.value) as named
  cross join customer_mark on customer_mark.field = named.value
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where identity.customer_id is not null
  group by wanted.key, identity.customer_id
)
where content <> ''
group by root
