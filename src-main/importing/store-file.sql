-- A staged file becomes an imported one.
insert into import_file (
  batch_id, name, sha256, byte_count, format, encoding, sheet, header_row, header, mapping, row_count
)
select @batch, name, sha256, byte_count, format, encoding, sheet, header_row, header, mapping, row_count
from staged_file
where file_no = @file
