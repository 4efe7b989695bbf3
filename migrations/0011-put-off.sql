-- Groups of the review that the owner put off till later: they come behind the others. A group is named by its key, which is a function of the
-- identities it was found by: with a member more it is another group, and is asked again.

create table review_later (
  group_key text primary key check (group_key <> ''),
  -- The journal's entry that put it off.
  edit_id   integer not null references journal (edit_id)
) strict, without rowid;
