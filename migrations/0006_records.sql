-- Records of the site as editors keep them. Additive only.

-- What the conversion made of each Traditional text at the last save, as JSON: {field: text}. A Simplified text that
-- differs from it was written by hand. A field that is missing has not been saved here yet.
ALTER TABLE topic ADD COLUMN derived TEXT NOT NULL DEFAULT '{}';
ALTER TABLE contact ADD COLUMN derived TEXT NOT NULL DEFAULT '{}';
ALTER TABLE boilerplate ADD COLUMN derived TEXT NOT NULL DEFAULT '{}';
ALTER TABLE setting ADD COLUMN derived TEXT NOT NULL DEFAULT '{}';

-- Two administrators may change one person: refused when somebody else was faster.
ALTER TABLE editor ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Which articles use a record: in the working copy (`place` is 'draft') or in what was put before the public in an
-- edition. Written anew with every save and every publication, from the revisions themselves.
CREATE TABLE record_use (
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'contact', 'boilerplate')),
  key TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  place TEXT NOT NULL CHECK (place IN ('draft', 'zh-hant', 'zh-hans', 'en')),
  PRIMARY KEY (kind, key, article_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_use_article ON record_use (article_id);

INSERT OR IGNORE INTO record_use (kind, key, article_id, place)
WITH used AS (
  SELECT r.article_id, 'draft' AS place, r.content FROM article a
    JOIN revision r ON r.article_id = a.id AND r.number = a.version
  UNION ALL
  SELECT e.article_id, e.edition, r.content FROM edition e
    JOIN revision r ON r.article_id = e.article_id AND r.number = e.revision
)
SELECT 'topic', k.value, used.article_id, used.place FROM used, json_each(used.content, '$.topics') k
UNION ALL
SELECT 'contact', k.value, used.article_id, used.place FROM used, json_each(used.content, '$.contacts') k
UNION ALL
SELECT 'boilerplate', k.value, used.article_id, used.place FROM used, json_each(used.content, '$.boilerplates') k;

-- The log is read newest first, as a whole or for one person.
CREATE INDEX audit_actor ON audit (actor, id DESC);
