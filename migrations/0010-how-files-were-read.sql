-- What decided how a file was read, beside its own bytes, header and mapping: so that the same file need not be read again.

-- JSON: rules = the program's rules of reading, latest = the moment from which on a date lay in the future, shopChosen = the owner named the shop.
-- null: not the whole of its table (its rows are of several shops or currencies), or imported before this was noted.
alter table import_file add column reading text check (reading is null or json_valid(reading));
