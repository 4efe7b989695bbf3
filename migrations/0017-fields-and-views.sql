-- Fields of the owner's own, and lists as the owner likes to see them.

create table custom_field (
  field_id integer primary key,
  -- Name, kind of value and choices, as src-shared/contract/fields.ts has it. What it said before stands in the journal.
  content text not null check (json_valid(content)),
  -- The journal entry that made it what it is.
  edit_id integer not null references journal (edit_id)
) strict;

create table saved_view (
  view_id integer primary key,
  -- Name, filter, columns, order and row height, as src-shared/contract/views.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;

-- What stands in the owner's fields, by their names: one row for each customer and field with a value. Values are marks `field:N` of `customer_mark`: of
-- a person's values in one field the newest counts. A choice is said by its name, yes and no as 'yes' and 'no'.
create view customer_field_value as
select customer_id, field_id, field, type, value
from (
  select
    customer_id,
    field_id,
    definition ->> '$.name' as field,
    definition ->> '$.type' as type,
    case definition ->> '$.type'
      when 'choice' then (
        select choice.value ->> '$.name'
        from json_each(definition, '$.choices') as choice
        where choice.value ->> '$.choice' = cast(mark as integer)
      )
      else nullif(mark, '')
    end as value
  from (
    select
      identity.customer_id,
      custom_field.field_id,
      custom_field.content  as definition,
      customer_mark.content as mark,
      max(customer_mark.edit_id)
    from custom_field
    cross join customer_mark on customer_mark.field = 'field:' || custom_field.field_id
    cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
    where identity.customer_id is not null
    group by identity.customer_id, custom_field.field_id
  )
)
where value is not null;
