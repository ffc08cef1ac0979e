-- Search. One index per edition, so that an edition's words, counts and order are its own. The tables keep no text: it
-- is in `edition`. What they are given is text that search/tokenise.ts made, and `facets` holds what is filtered by.
--
-- A row's id is (minute of publication << 27) | (article << 2) | edition (db/search-index.ts): newest first is the
-- index's own order, which can be read from the end and left at any point, whatever the number of finds.
--
-- Prefix indexes: 1 for a single Han character (tokens are pairs), 3 to 6 for the beginnings of Latin words.

CREATE VIRTUAL TABLE search_zh_hant USING fts5 (
  title, subtitle, body, topics, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 3 4 5 6'
);

CREATE VIRTUAL TABLE search_zh_hans USING fts5 (
  title, subtitle, body, topics, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 3 4 5 6'
);

CREATE VIRTUAL TABLE search_en USING fts5 (
  title, subtitle, body, topics, facets,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 3 4 5 6'
);

-- Which row of the index belongs to which article; `index_version` says which code made it (db/search-index.ts).
-- `headline` and `second` are the tokens of the headline, and of second headline and topics, each between spaces: what is
-- found is weighed by looking them up, because asking the index for one column may read all of it.
CREATE TABLE search_document (
  article_id INTEGER NOT NULL REFERENCES article (id),
  edition TEXT NOT NULL CHECK (edition IN ('zh-hant', 'zh-hans', 'en')),
  id INTEGER NOT NULL UNIQUE,
  index_version INTEGER NOT NULL,
  headline TEXT NOT NULL,
  second TEXT NOT NULL,
  PRIMARY KEY (article_id, edition)
) STRICT, WITHOUT ROWID;

-- The newest withdrawal: feeds have changed since, though nothing in them is newer.
CREATE INDEX edition_withdrawn ON edition (withdrawn_at_ms) WHERE withdrawn_at_ms IS NOT NULL;
