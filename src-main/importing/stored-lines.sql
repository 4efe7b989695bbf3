-- The lines of one order, in the column order of order-values.ts.
select line_number, title, spec, sku, quantity, unit_price_minor, amount_minor, refund_minor, status_word
from order_line
where order_id = ?
order by line_no
