-- Of everybody whom a change of many touched: the newest word about its field that is not taken back, by hand or by another such change.
select word.kind, word.value, max(word.edit_id) as edit_id, word.after
from (
  select bulk_row.kind, bulk_row.value, bulk_row.edit_id, bulk_row.after
  from journal
  cross join bulk_row on bulk_row.edit_id = journal.edit_id and bulk_row.field = :field
  where table_name = 'bulk_edit' and undone_at is null
  union all
  select json_extract(row_key, '$.kind'), json_extract(row_key, '$.value'), edit_id, after
  from journal
  where table_name = :table and field = :field and undone_at is null
) as word
where exists (
  select 1
  from bulk_row as touched
  where touched.edit_id = :edit and touched.field = :field
    and touched.kind = word.kind and touched.value = word.value
)
group by word.kind, word.value
