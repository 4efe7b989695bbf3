-- Every customer by its anchor.
select
  anchor_kind, anchor_value, certainty, display_name, name, buyer_id, phone, province, city, district, note
from customer
order by anchor_kind, anchor_value
