-- The page of a person tells which changes of many people touched them.
create index bulk_row_by_person on bulk_row (kind, value);
