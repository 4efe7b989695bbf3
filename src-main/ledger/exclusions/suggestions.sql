-- How the seller's notes begin that look like a code: letters and a dash. Orders excluded already are passed over.
select upper(substr(trim(seller_note), 1, instr(trim(seller_note), '-'))) as text, count(*) as orders
from shop_order
where (trim(seller_note) glob '[A-Za-z]-*' or trim(seller_note) glob '[A-Za-z][A-Za-z]-*')
  and order_id not in (select order_id from excluded_order)
group by text
having orders >= 3
order by orders desc, text
limit 6
