-- Who is to be compared with whom: those who share a block. A block of many is something everybody has, and tells nothing.
create temp table shared_block as
select block from block group by block having count(*) between 2 and 24;

create index shared_block_by_block on shared_block (block);

insert or ignore into pair (a, b)
select low.customer, high.customer
from shared_block
cross join block as low on low.block = shared_block.block
cross join block as high on high.block = shared_block.block and high.customer > low.customer
limit 3000000;
