-- Into the stage, out of the ledger that is attached to it: what reading the file once more would put there.
insert into staged_block (file_no, first_row, row_count, rows)
select @fileNo, first_row, row_count, rows from ledger.source_block where file_id = @file order by first_row;

insert into staged_row (file_no, row_no, order_number, row_hash, further, alone)
select @fileNo, row_no, order_number, row_hash, 0, 0
from ledger.source_row
cross join ledger.order_key on order_key.order_id = source_row.order_id
where file_id = @file
order by row_no;

insert into staged_problem (file_no, row_no, code, column_name, found, order_number, planned)
select @fileNo, row_no, code, column_name, found, order_number, 0
from ledger.row_problem
where file_id = @file
order by problem_no;
