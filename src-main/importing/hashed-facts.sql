-- What the owner knows about people, by the identity it hangs on. Nothing that only hides something older says anything by itself.
select kind, value, topic, item, content
from person_fact
order by kind, value, topic, item
