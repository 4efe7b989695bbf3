-- Where customers live, the most frequent first.
select /* place */ province as text, count(*) as count
from customer
where /* place */ province <> ''
  and (:text = '' or instr(lower(/* place */ province), lower(:text)) > 0)
group by /* place */ province
order by count desc, text
limit :limit
