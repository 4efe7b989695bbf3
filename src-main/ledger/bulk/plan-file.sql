-- Whom a file says something else about than what stands in a field, or of whom nothing is said; and whether the owner wrote by hand what stands: then it stays.
with word as (
  select identity.customer_id, customer_mark.content, customer_mark.edit_id
  from json_each(:fields) as named
  cross join customer_mark on customer_mark.field = named.value
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where identity.customer_id is not null
),
newest as materialized (
  select customer_id, content, max(edit_id) as edit_id from word group by customer_id
)
select
  anchor_kind  as kind,
  anchor_value as value,
  nullif(newest.content, '') as before,
  said.value ->> 1 as after,
  -- What was taken away by hand left no word: then the last act about it says so.
  coalesce(journal.reason, (
    select reason
    from (
      select edit_id, reason
      from journal
      where table_name = 'customer_mark'
        and row_key = json_object('kind', anchor_kind, 'value', anchor_value)
        and field in (select value from json_each(:fields))
        and undone_at is null
      union all
      select edit_id, reason
      from bulk_row join journal using (edit_id)
      where kind = anchor_kind and value = anchor_value
        and bulk_row.field in (select value from json_each(:fields))
        and undone_at is null
    )
    order by edit_id desc
    limit 1
  ), 'imports.apply') <> 'imports.apply' as by_hand
from json_each(:people) as said
cross join customer on customer.customer_id = said.value ->> 0
left join newest on newest.customer_id = customer.customer_id
left join journal on journal.edit_id = newest.edit_id
where newest.content is not said.value ->> 1
order by anchor_kind, anchor_value
