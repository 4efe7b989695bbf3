-- Live imports of a table of so many bytes that was read the very same way, the newest first. One with corrected cells is read again, and so
-- is one that says what its rows come to, or what is in the future: that depends on more than the row.
select
  import_file.file_id as file,
  import_file.sha256,
  import_file.mapping,
  import_file.shop_name as shopName,
  import_file.row_count as rows,
  import_batch.shop_id as shop,
  shop.currency
from import_file
join import_batch on import_batch.batch_id = import_file.batch_id
join shop on shop.shop_id = import_batch.shop_id
where import_file.byte_count = @bytes
  and import_batch.undone_at is null
  and import_file.format = @format
  and import_file.encoding is @encoding
  and import_file.sheet is @sheet
  and import_file.header_row = @headerRow
  and import_file.header = @header
  and import_file.notice is @notice
  and shop.marketplace = @marketplace
  and json_extract(import_file.reading, '$.rules') = @rules
  and json_extract(import_file.reading, '$.shopChosen') = @shopChosen
  and json_extract(import_file.reading, '$.latest') <= @latest
  and not exists (select 1 from cell_fix where cell_fix.file_id = import_file.file_id)
  and not exists (
    select 1 from row_problem
    where row_problem.file_id = import_file.file_id
      and row_problem.code in ('date-in-future', 'total-row', 'note-row', 'total-differs', 'count-differs')
  )
  -- A file that names no shop goes to the one that fits it, which is looked for anew.
  and (
    import_file.shop_name is not null
    or not exists (select 1 from shop as other where other.marketplace = shop.marketplace and other.shop_id <> shop.shop_id)
  )
order by import_file.file_id desc
