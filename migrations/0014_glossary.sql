-- Several editors may change one entry of the glossary: refused when somebody else was faster.
ALTER TABLE glossary ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Converted editions, newest first, with the version of their conversion: which ones were made by another one is read
-- without reading their texts.
CREATE INDEX edition_converted ON edition (published_at_ms DESC, article_id DESC, edition DESC, state, conversion_version)
  WHERE conversion_version IS NOT NULL;
