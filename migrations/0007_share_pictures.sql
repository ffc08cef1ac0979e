-- Pictures that stand for an article where it is shared: its headline, drawn in an editor's browser. Additive only.

-- At most one for each edition. `sha256` is that of the file in R2; its beginning is the file's address. `made_for_title`
-- is the headline that the picture shows: readers are given the picture only while that is the published headline.
CREATE TABLE share_picture (
  article_id INTEGER NOT NULL REFERENCES article (id),
  edition TEXT NOT NULL CHECK (edition IN ('zh-hant', 'zh-hans', 'en')),
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('png', 'jpeg')),
  made_for_title TEXT NOT NULL,
  stored_at_ms INTEGER NOT NULL,
  PRIMARY KEY (article_id, edition)
) STRICT, WITHOUT ROWID;

CREATE INDEX share_picture_address ON share_picture (sha256);
