-- What the owner wrote, by the identity it hangs on.
select kind, value, field, content
from customer_edit
order by kind, value, field
