-- What people are searched by is worked out after an import, in short steps, and no longer inside it.

-- Words of a customer for the search box, as src-main/ledger/search/words.ts makes them: single Chinese characters, letters and
-- digits three by three, how the names sound. Drops the older index, whose words were others.
drop table customer_search;
create virtual table customer_search using fts5 (words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_@#~'");

create table search_pending (
  -- A customer whose words are to be worked out; or to be forgotten, when the customer is gone: hence no reference.
  customer_id integer primary key
) strict;

insert into search_pending (customer_id) select customer_id from customer;

-- Sounds and the tails of phones stand in the index alone.
drop index customer_by_pinyin;
drop index customer_by_initials;
drop index customer_by_phone_tail;
alter table customer drop column pinyin;
alter table customer drop column initials;
alter table customer drop column phone_tail;

-- Counts how often it was worked out what customers are called, so that an answer kept in memory can tell that it is old.
insert into ledger_state (name, value) values ('names', 0);

-- Figures ask who is likely before anything else: few are, the book is wide.
create index customer_by_likely on customer (certainty) where certainty = 'likely';

-- Nothing asks by them, and a question that goes through everybody was led to them and then had to sort.
drop index customer_total_by_net;
drop index customer_total_by_last_day;
