-- Shops with imports that are not undone, and what the newest of those that give a name call them; null when none does.
select
  shop.shop_id as shop, shop.marketplace, shop.name, shop.currency,
  (
    select import_file.shop_name
    from import_batch
    join import_file on import_file.batch_id = import_batch.batch_id
    where import_batch.shop_id = shop.shop_id and import_batch.undone_at is null and import_file.shop_name is not null
    order by import_file.file_id desc
    limit 1
  ) as given
from shop
where exists (select 1 from import_batch where import_batch.shop_id = shop.shop_id and undone_at is null)
