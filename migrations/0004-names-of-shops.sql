-- A shop is called what an import called it, and no longer so when that import is taken back.

-- The shop's name as the file or the owner gave it; null: nobody named one, the file was put to the shop it fits.
alter table import_file add column shop_name text;

update import_file set shop_name = (
  select shop.name from import_batch join shop on shop.shop_id = import_batch.shop_id
  where import_batch.batch_id = import_file.batch_id and shop.name not in ('淘宝店铺', '我的店铺')
);
