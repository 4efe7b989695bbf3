-- Whom a rule of care lets be, to see what it brings; and each time it arose with somebody who was drawn.

-- Once for a rule and a person, when the rule first names them; from then on they keep their arm. Hangs on an identity, as all that the owner does: it
-- comes back with the person. It is no act: nothing takes it back, or people could be drawn until they suit.
create table care_draw (
  -- In the order in which people came. Of two who turn out to be one person the earlier holds.
  draw_id integer primary key,
  rule_id integer not null,
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  -- 'held': let be, to compare with.
  arm     text not null check (arm in ('contacted', 'held')),
  -- The tier they were drawn in.
  stratum text not null,
  -- 0 … 0.5: so much of the people was let be then.
  share   real not null check (share > 0 and share <= 0.5),
  unique (rule_id, kind, value)
) strict;

-- A rule arose with somebody: the same for both arms, whatever was done.
create table care_occurrence (
  rule_id integer not null,
  -- The suggestion it was.
  origin  text not null check (origin <> ''),
  draw_id integer not null references care_draw (draw_id),
  -- The first day whose orders can come of it.
  from_day text not null,
  primary key (rule_id, origin)
) strict, without rowid;
create index care_occurrence_by_draw on care_occurrence (draw_id);
