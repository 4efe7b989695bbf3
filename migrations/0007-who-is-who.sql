-- What the owner decided about who is who. Hangs on identities, not on orders or on customers' numbers: it outlives the import it was
-- made upon, holds for orders that come later, and comes back with the person.

create table identity_decision (
  -- The journal's entry of the act, and the place of the decision within it: an act may decide about many people at once.
  edit_id integer not null references journal (edit_id),
  nth     integer not null check (nth > 0),
  -- same: all its identities are one person. never: no identity of side 1 belongs to the person of one of side 2.
  verdict text not null check (verdict in ('same', 'never')),
  side    integer not null check (side in (1, 2)),
  kind    text not null check (kind in ('buyer', 'email', 'phone', 'likely')),
  value   text not null check (value <> ''),
  primary key (edit_id, nth, side, kind, value)
) strict, without rowid;

create index identity_decision_by_identity on identity_decision (kind, value);

-- What the owner chose for people that he put together: in force while they are one.
create table decision_choice (
  edit_id integer not null references journal (edit_id),
  nth     integer not null check (nth > 0),
  field   text not null check (field in ('displayName', 'note', 'phone')),
  content text not null,
  primary key (edit_id, nth, field)
) strict, without rowid;

-- A phone beside an identity of its own joins nobody any more: people are matched once again when the ledger is opened next.
insert into ledger_state (name, value) select 'match_again', 1 where exists (select 1 from shop_order);
