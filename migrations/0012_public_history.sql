-- Which act made a published text what it is, when, and by whom. NULL where nobody acted: what a command entered. The
-- rows that edition_past keeps say the same in `content`, together with the address, kind, original and topics of that time.
ALTER TABLE edition ADD COLUMN act TEXT;
ALTER TABLE edition ADD COLUMN acted_at_ms INTEGER;
ALTER TABLE edition ADD COLUMN acted_by TEXT;

-- What the log knows about the texts that stand now.
UPDATE edition SET (act, acted_at_ms, acted_by) = (
  SELECT a.action, a.at_ms, a.actor FROM audit a
  WHERE a.article_id = edition.article_id AND (
    a.action = 'records-refreshed' AND edition.state = 'published' AND edition.published_at_ms <= a.at_ms
    OR a.action IN ('published', 'scheduled', 'embargoed', 'updated', 'corrected', 'withdrawn')
      AND EXISTS (SELECT 1 FROM json_each(a.detail, '$.editions') e WHERE e.value = edition.edition))
  ORDER BY a.id DESC LIMIT 1);

-- What a list of an article's past needs of each row, in the order of db/public-history.ts. Virtual, so that nobody writes
-- it; the index keeps it, so that a list does not read whole articles.
ALTER TABLE edition_past ADD COLUMN facts TEXT GENERATED ALWAYS AS (json_extract(content,
  '$.state', '$.publishedAtMs', '$.embargoed', '$.updatedAtMs', '$.withdrawnAtMs', '$.act', '$.actedAtMs', '$.actedBy',
  '$.title', '$.revision', '$.conversionVersion', '$.approvedBy', '$.approvedAtMs', '$.details.corrections[#-1].atMs',
  '$.details.datelineDate')) VIRTUAL;

CREATE INDEX edition_past_facts ON edition_past (article_id, replaced_at_ms DESC, id DESC, edition, facts);
