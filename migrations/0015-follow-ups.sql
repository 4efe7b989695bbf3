-- Whom the owner means to contact, whom they did, what is open with whom; and the rules that suggest it.

-- An act may be of several entries: the others are part of the first, and are taken back and brought again with it.
alter table journal add column part_of integer references journal (edit_id);
create index journal_by_whole on journal (part_of) where part_of is not null;

-- A rule of care: when, whom, what. What it suggests is worked out anew each time and kept nowhere.
create table care_rule (
  rule_id integer primary key,
  -- As src-shared/contract/care-rules.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id)
) strict;

-- A follow-up that somebody planned, or a suggestion that somebody acted on. It may go on over several contacts: each stands in its log.
create table follow_up (
  follow_up_id integer primary key,
  -- 'hand:7', or the suggestion it was made of: what was acted on is not suggested again.
  origin  text not null unique,
  -- The identity of the person it hangs on, as all that the owner writes.
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- As src-shared/contract/follow-ups.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id),
  state   text generated always as (content ->> '$.state') stored,
  day     text generated always as (content ->> '$.day') stored
) strict;
create index follow_up_by_day on follow_up (state, day);
create index follow_up_by_person on follow_up (kind, value);

-- People who were contacted together: the text went out to all of them. Counts while the journal's entry is not undone.
create table contact (
  edit_id integer not null references journal (edit_id),
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- The shop's day.
  day     text not null,
  channel text not null,
  -- What it was for, in words.
  about   text not null,
  primary key (edit_id, kind, value)
) strict, without rowid;
create index contact_by_person on contact (kind, value);

-- Something that is open with somebody: a question, a complaint, a return.
create table service_ticket (
  ticket_id integer primary key,
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- As src-shared/contract/after-sales.ts has it.
  content text not null check (json_valid(content)),
  edit_id integer not null references journal (edit_id),
  state   text generated always as (iif(content ->> '$.closed' is null, 'open', 'closed')) stored
) strict;
create index service_ticket_by_state on service_ticket (state);
create index service_ticket_by_person on service_ticket (kind, value);

-- Every contact there was, by whatever way: for the guard, the page of a person, and figures. One row each.
create view contacted as
select follow_up.kind, follow_up.value, one.value ->> '$.day' as day, one.value ->> '$.channel' as channel,
  one.value ->> '$.outcome' as outcome, follow_up.origin as about, follow_up.follow_up_id
from follow_up cross join json_each(follow_up.content, '$.log') as one
where one.value ->> '$.outcome' <> 'snoozed'
union all
select contact.kind, contact.value, contact.day, contact.channel, 'sent', contact.about, null
from contact join journal using (edit_id)
where undone_at is null;
