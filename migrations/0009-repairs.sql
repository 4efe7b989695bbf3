-- What the owner did about damaged rows. What a file says stays as it was imported; his word stands beside it.

-- A cell the owner corrected before the file was posted. Belongs to the imported file: taken back and brought back with it.
create table cell_fix (
  file_id   integer not null references import_file (file_id),
  row_no    integer not null,
  -- 0-based, as in the mapping.
  column_no integer not null,
  -- What the cell says in the file.
  found     text not null,
  -- What the owner says it should.
  typed     text not null,
  fixed_at  text not null,
  primary key (file_id, row_no, column_no)
) strict, without rowid;

-- A row that was left out and is kept until the original file comes, or the owner lets it go.
create table row_aside (
  file_id   integer not null references import_file (file_id),
  row_no    integer not null,
  put_at    text not null,
  let_go_at text,
  primary key (file_id, row_no)
) strict, without rowid;
