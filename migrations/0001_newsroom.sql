-- What editors write, what readers see, and where it is listed.
-- Times are UTC epoch milliseconds. No ON DELETE CASCADE anywhere: a table rebuild would silently delete the children.

CREATE TABLE topic (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL DEFAULT 0,
  name_zh_hant TEXT NOT NULL,
  name_zh_hans TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_zh_hant TEXT NOT NULL DEFAULT '',
  description_zh_hans TEXT NOT NULL DEFAULT '',
  description_en TEXT NOT NULL DEFAULT '',
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- `words` holds {organisation, name, role} for each edition as JSON.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- `words` holds {heading, body} for each edition as JSON; body is Markdown.
CREATE TABLE boilerplate (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- `version` is the number of the newest revision, which is the working copy.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('press-release', 'speech', 'notice', 'media-invitation')),
  source_edition TEXT NOT NULL CHECK (source_edition IN ('zh-hant', 'zh-hans')),
  version INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- An address that an article had before: it redirects for ever.
CREATE TABLE slug_history (
  slug TEXT PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  replaced_at_ms INTEGER NOT NULL
) STRICT;

-- One saved state of an article; `content` is the whole of it as JSON (article/content.ts).
CREATE TABLE revision (
  article_id INTEGER NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  saved_at_ms INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (article_id, number)
) STRICT;

-- An article in one edition as readers see it. The row is frozen at publication: nothing is converted or rendered when
-- it is read. It is public from `published_at_ms` on; before that its address shows a notice if `embargoed` is 1 and
-- nothing at all if it is 0.
CREATE TABLE edition (
  article_id INTEGER NOT NULL REFERENCES article (id),
  edition TEXT NOT NULL CHECK (edition IN ('zh-hant', 'zh-hans', 'en')),
  state TEXT NOT NULL CHECK (state IN ('published', 'withdrawn')),
  published_at_ms INTEGER NOT NULL,
  embargoed INTEGER NOT NULL DEFAULT 0 CHECK (embargoed IN (0, 1)),
  updated_at_ms INTEGER,
  withdrawn_at_ms INTEGER,
  withdrawal_reason TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  details TEXT NOT NULL,
  -- Derived editions only: how they were made and who answers for them.
  conversion_version TEXT,
  approved_by TEXT,
  approved_at_ms INTEGER,
  PRIMARY KEY (article_id, edition),
  FOREIGN KEY (article_id, revision) REFERENCES revision (article_id, number)
) STRICT;

CREATE TABLE article_topic (
  article_id INTEGER NOT NULL REFERENCES article (id),
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (article_id, topic_id)
) STRICT, WITHOUT ROWID;

-- What the lists of an edition show, in order. An article that has no public text in an edition is listed there in
-- another one (`shown_edition`) until `until_ms`, when its own text appears.
CREATE TABLE listing (
  edition TEXT NOT NULL,
  article_id INTEGER NOT NULL,
  shown_edition TEXT NOT NULL,
  published_at_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (edition, article_id, shown_edition),
  FOREIGN KEY (article_id, shown_edition) REFERENCES edition (article_id, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_latest ON listing (edition, published_at_ms DESC, article_id DESC, shown_edition, until_ms);

CREATE TABLE listing_topic (
  topic_id INTEGER NOT NULL REFERENCES topic (id),
  edition TEXT NOT NULL,
  article_id INTEGER NOT NULL,
  shown_edition TEXT NOT NULL,
  published_at_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  PRIMARY KEY (topic_id, edition, article_id, shown_edition),
  FOREIGN KEY (article_id, shown_edition) REFERENCES edition (article_id, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_topic_latest
  ON listing_topic (topic_id, edition, published_at_ms DESC, article_id DESC, shown_edition, until_ms);

-- Names, notices and other words of the site that administrators change. `value` is JSON.
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX listing_article ON listing (article_id);
CREATE INDEX listing_topic_article ON listing_topic (article_id);
CREATE INDEX article_topic_topic ON article_topic (topic_id);
