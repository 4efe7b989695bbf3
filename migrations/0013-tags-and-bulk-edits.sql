-- Tags that the owner gives to people, and changes of many people at once.

create table tag (
  tag_id  integer primary key,
  -- Its name; and which other tag it went into, where two became one. As JSON. What it said before stands in the journal.
  content text not null check (json_valid(content)),
  -- The journal entry that made it what it is.
  edit_id integer not null references journal (edit_id)
) strict;

-- What the owner marked people with, beside their name and note. Hangs on an identity, as all that the owner does: of a person's marks
-- of one field the newest counts, and an empty one says that there is none.
create table customer_mark (
  -- 'tag:3'
  field   text not null check (field glob '[a-z]*:[1-9]*'),
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- The journal entry that set it last.
  edit_id integer not null references journal (edit_id),
  content text not null,
  primary key (field, kind, value)
) strict, without rowid;
create index customer_mark_by_identity on customer_mark (kind, value);

-- Whom an entry of the journal changed that changes many at once: what each had before, and has after; null: nothing.
create table bulk_row (
  edit_id integer not null references journal (edit_id),
  -- 'note', 'tag:3'
  field   text not null check (field <> ''),
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  before  text,
  after   text,
  primary key (edit_id, field, kind, value)
) strict, without rowid;
