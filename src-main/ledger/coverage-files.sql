-- 每个没有撤销的文件管到哪几天，按店铺、先后排。
-- The days each file covers whose import is not taken back, by shop, oldest first.
select shop_id as shop, batch_id as batch, import_file.name as file, covers_from as "from", covers_to as "to", covers_stated as stated
from import_file
join import_batch using (batch_id)
where undone_at is null and covers_from is not null and (:shop is null or shop_id = :shop)
order by shop_id, covers_from, covers_to, file_id
