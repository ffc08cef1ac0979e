-- Drafts that editors deleted: kept whole, shown in no list but that of deleted drafts, restored at any time. Nothing
-- clears them. Additive only.

-- `deleted_at_ms` is NULL for every other article. A deleted draft gives its address away: `slug` is '~' and its number
-- then, which can be nobody's address, and `deleted_slug` the address that it had.
ALTER TABLE article ADD COLUMN deleted_at_ms INTEGER;
ALTER TABLE article ADD COLUMN deleted_by TEXT;
ALTER TABLE article ADD COLUMN deleted_slug TEXT;

CREATE INDEX article_deleted ON article (deleted_at_ms DESC, id DESC) WHERE deleted_at_ms IS NOT NULL;
