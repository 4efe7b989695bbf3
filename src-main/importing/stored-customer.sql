-- What the ledger says of a customer, named and ordered as refresh-customers works it out.
select
  display_name as displayName, name, buyer_id as buyerId, phone, province, city, district, note
from customer
where customer_id = ?
