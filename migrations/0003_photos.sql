-- The photo library. Files are in R2; the rows say what they are, who may see them and where they are used.

-- `sha256` is that of the bytes that were uploaded, so that one photo is never stored twice. `words` holds {alt, caption}
-- for each edition as JSON; a derived edition that is '' there is converted when an article is published. `description`
-- is an explicit decision: nobody has decided, the alternative text describes it, or the picture is decorative.
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL UNIQUE,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  credit TEXT NOT NULL DEFAULT '',
  focal_x INTEGER NOT NULL DEFAULT 50 CHECK (focal_x BETWEEN 0 AND 100),
  focal_y INTEGER NOT NULL DEFAULT 50 CHECK (focal_y BETWEEN 0 AND 100),
  description TEXT NOT NULL DEFAULT 'undecided' CHECK (description IN ('undecided', 'described', 'decorative')),
  words TEXT NOT NULL,
  variants_pending INTEGER NOT NULL DEFAULT 1 CHECK (variants_pending IN (0, 1)),
  created_by TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- One file of a photo: `file` is the last part of its address, such as 960.webp; full.jpg is the whole photo for the
-- press. A file is made once and never changes.
CREATE TABLE photo_variant (
  photo_id INTEGER NOT NULL REFERENCES photo (id),
  file TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('avif', 'webp', 'jpeg')),
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (photo_id, file)
) STRICT, WITHOUT ROWID;

-- Which photos a published edition shows; written with it. A photo is public while one of these editions is.
CREATE TABLE photo_use (
  photo_id INTEGER NOT NULL REFERENCES photo (id),
  article_id INTEGER NOT NULL,
  edition TEXT NOT NULL,
  PRIMARY KEY (photo_id, article_id, edition),
  FOREIGN KEY (article_id, edition) REFERENCES edition (article_id, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_use_article ON photo_use (article_id);

-- Which photos the working copy of an article names, by key: a draft may name one that is not there (any more).
CREATE TABLE photo_draft_use (
  photo_key TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id),
  PRIMARY KEY (photo_key, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_draft_use_article ON photo_draft_use (article_id);

CREATE INDEX photo_latest ON photo (created_at_ms DESC, id DESC);
