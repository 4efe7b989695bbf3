-- A staged file becomes an imported one.
insert into import_file (
  batch_id, name, sha256, byte_count, format, encoding, sheet, header_row, header, mapping, row_count, notice, reading, shop_name
)
select @batch, name, sha256, byte_count, format, encoding, sheet, header_row, header, mapping, row_count, notice, reading,
  -- The owner's word for the shop, else the file's.
  coalesce((select json_extract(options, '$.shop') from staged_check), shop_name)
from staged_file
where file_no = @file
