-- Who may edit, what they decided, and what happened. Times are UTC epoch milliseconds; no ON DELETE CASCADE.

-- Cloudflare Access says who somebody is; this table says what that person may do. `language` is that of the admin.
CREATE TABLE editor (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('author', 'editor', 'administrator')),
  language TEXT NOT NULL DEFAULT 'zh-hant' CHECK (language IN ('zh-hant', 'zh-hans', 'en')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- Decisions for the conversion of the whole site (convert/glossary.ts). A lock is a word that must never change.
CREATE TABLE glossary (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('lock', 'name', 'term')),
  hant TEXT NOT NULL,
  hans TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('both', 'to-hans', 'to-hant')),
  note TEXT NOT NULL DEFAULT '',
  updated_at_ms INTEGER NOT NULL,
  UNIQUE (hant, hans, direction)
) STRICT;

-- `draft` is 1 until the article first enters a list. `acts` counts what was done to its publication: an act that was
-- decided on another count is refused. `titles` are those of the working copy in each edition, as JSON, and `findable`
-- the same folded, for the admin's search. `checked_version` is the revision whose conversion an editor approved.
ALTER TABLE article ADD COLUMN draft INTEGER NOT NULL DEFAULT 1;
ALTER TABLE article ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN titles TEXT NOT NULL DEFAULT '{}';
ALTER TABLE article ADD COLUMN findable TEXT NOT NULL DEFAULT '';
ALTER TABLE article ADD COLUMN review_requested_at_ms INTEGER;
ALTER TABLE article ADD COLUMN review_requested_by TEXT;
ALTER TABLE article ADD COLUMN checked_version INTEGER;
ALTER TABLE article ADD COLUMN checked_by TEXT;
ALTER TABLE article ADD COLUMN checked_at_ms INTEGER;

UPDATE article SET draft = 0 WHERE id IN (SELECT article_id FROM edition);
UPDATE article SET titles = (
  SELECT json_object(
    'zh-hant', coalesce(json_extract(r.content, '$.written."zh-hant".title'), ''),
    'zh-hans', coalesce(json_extract(r.content, '$.written."zh-hans".title'), ''),
    'en', coalesce(json_extract(r.content, '$.written.en.title'), ''))
  FROM revision r WHERE r.article_id = article.id AND r.number = article.version);
UPDATE article SET findable = lower(titles);

CREATE INDEX article_draft ON article (draft, updated_at_ms DESC);
CREATE INDEX article_review ON article (review_requested_at_ms) WHERE review_requested_at_ms IS NOT NULL;
CREATE INDEX edition_published ON edition (published_at_ms DESC, article_id);

-- Autosaves of one editor in a row are one revision; an explicit save always stays.
ALTER TABLE revision ADD COLUMN autosaved INTEGER NOT NULL DEFAULT 0;

-- Every published text that another one replaced, as it stood: `content` is the whole row of `edition` as JSON.
CREATE TABLE edition_past (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  edition TEXT NOT NULL,
  replaced_at_ms INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE INDEX edition_past_article ON edition_past (article_id, replaced_at_ms DESC);

-- A journalist's view of an article before its time. The token itself is stored nowhere, only its SHA-256.
CREATE TABLE preview_link (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  token_hash TEXT NOT NULL UNIQUE,
  reader TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  expires_at_ms INTEGER NOT NULL,
  revoked_at_ms INTEGER
) STRICT;

CREATE INDEX preview_link_article ON preview_link (article_id, created_at_ms DESC);

CREATE TABLE preview_use (
  id INTEGER PRIMARY KEY,
  link_id INTEGER NOT NULL REFERENCES preview_link (id),
  edition TEXT NOT NULL,
  used_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX preview_use_link ON preview_use (link_id, used_at_ms DESC);

-- Copies at the edge that must go. A row is written with the change itself and deleted when the purge has succeeded.
CREATE TABLE purge_queue (
  id INTEGER PRIMARY KEY,
  tags TEXT NOT NULL,
  queued_at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_error TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who did what when; written in the batch of the change, never changed.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  article_id INTEGER,
  detail TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE INDEX audit_article ON audit (article_id, id DESC);

-- When work that runs by itself last ran to its end.
CREATE TABLE heartbeat (
  name TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Records that several editors may change: refused when somebody else was faster.
ALTER TABLE topic ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE contact ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE boilerplate ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE setting ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
