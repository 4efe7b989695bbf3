-- What the owner knows about a person beside their orders: contact wishes, phones and addresses that are good no longer, family and days.

create table person_fact (
  -- The identity it hangs on, as all that the owner writes: it comes back with the person.
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- wishes: how they want to be reached. point: a phone or an address that is wrong or old. relation: somebody of theirs, or a day.
  topic   text not null check (topic in ('wishes', 'point', 'relation')),
  -- Which of several; '' where there is one.
  item    text not null,
  -- The journal entry that made it what it is; the newest one wins where two people turn out to be one.
  edit_id integer not null references journal (edit_id),
  -- As src-shared/contract/profiles.ts has it. 'null' hides an older one on another identity of the person.
  content text not null check (json_valid(content)),
  primary key (kind, value, topic, item)
) strict, without rowid;

-- Lists ask whom a topic is about at all: few are.
create index person_fact_by_topic on person_fact (topic);

-- The page of a person asks for what was written about them.
create index journal_by_row on journal (table_name, row_key);
