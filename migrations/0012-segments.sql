-- Groups of customers that the owner described and named.

create table segment (
  segment_id integer primary key,
  -- Name, shop, the filter, and whether the people were fixed, as JSON. What it said before stands in the journal.
  content text not null check (json_valid(content)),
  -- The journal entry that made it what it is.
  edit_id integer not null references journal (edit_id)
) strict;

-- Each time a segment was fixed to the people who were in it. Stays when the segment moves on, for that can be taken back.
create table segment_freeze (
  freeze_id  integer primary key,
  segment_id integer not null
) strict;

-- Whom it was fixed to. Hangs on identities, as all that the owner does: it comes back with the person.
create table segment_member (
  freeze_id integer not null references segment_freeze (freeze_id),
  kind      text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value     text not null check (value <> ''),
  primary key (freeze_id, kind, value)
) strict, without rowid;
