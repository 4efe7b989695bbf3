-- Plans: strategies that are carried out together, one after the other.

create table plan (
  plan_id integer primary key,
  -- Name and strategies in order, as src-shared/contract/plans.ts has it. What it said before stands in the journal.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;
