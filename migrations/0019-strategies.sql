-- Strategies: a group of people, what to do with them, and who of them is held back to see what it brought.

-- As src-shared/contract/strategies.ts has it. What it said before stands in the journal.
create table strategy (
  strategy_id integer primary key,
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;

-- Each time a strategy was carried out. Counts while the journal's entry is not undone and the strategy is there.
create table strategy_run (
  run_id integer primary key,
  strategy_id integer not null,
  -- The day, the period, the share, the seed and the costs as they were.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;
create index strategy_run_by_strategy on strategy_run (strategy_id);

-- Who was in a run, frozen on its day. Hangs on identities, as all that the owner does: it comes back with the person.
create table strategy_member (
  run_id integer not null references strategy_run (run_id),
  kind   text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value  text not null check (value <> ''),
  -- 'held': not contacted, to compare with.
  arm    text not null check (arm in ('contacted', 'held')),
  -- The tier and the run they were drawn in first; from then on they keep their arm.
  stratum  text not null,
  drawn_in integer not null references strategy_run (run_id),
  primary key (run_id, kind, value)
) strict, without rowid;
create index strategy_member_by_person on strategy_member (kind, value);

-- The runs that count.
create view standing_run as
select run_id, strategy_id, strategy_run.content, strategy_run.edit_id
from strategy_run
join journal on journal.edit_id = strategy_run.edit_id
join strategy using (strategy_id)
where undone_at is null;
