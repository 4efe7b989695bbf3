/** How a customer can be reached at all, for lists: the SQL that says it of a row of `customer`. One customer's page says more (contact-points). */

/** 'phone': a whole number of somebody who is certain; 'email'; 'neither': the marketplace, or a letter. */
export const reachSql = `case
    when customer.certainty = 'certain' and instr(coalesce(customer.phone, '*'), '*') = 0 then 'phone'
    when exists (
      select 1 from identity where identity.customer_id = customer.customer_id and identity.kind = 'email'
    ) then 'email'
    else 'neither'
  end`;
