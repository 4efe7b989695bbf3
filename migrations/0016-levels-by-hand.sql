-- A level that the owner gives somebody by hand is a mark of the person, as tags are: the table of marks takes it in.

create table new_customer_mark (
  -- 'tag:3'; 'level'
  field   text not null check (field = 'level' or field glob '[a-z]*:[1-9]*'),
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- The journal entry that set it last.
  edit_id integer not null references journal (edit_id),
  content text not null,
  primary key (field, kind, value)
) strict, without rowid;
insert into new_customer_mark (field, kind, value, edit_id, content)
  select field, kind, value, edit_id, content from customer_mark;
drop table customer_mark;
alter table new_customer_mark rename to customer_mark;
create index customer_mark_by_identity on customer_mark (kind, value);
