-- Everything that is said about a photo, folded as search folds it (search/fold.ts), so that it is found by words in either
-- script. Photos of before are found as they were written, until they are saved again or `npm run reindex`.
ALTER TABLE photo ADD COLUMN findable TEXT NOT NULL DEFAULT '';

UPDATE photo SET findable = lower(credit
  || ' ' || coalesce(words ->> '$."zh-hant".alt', '') || ' ' || coalesce(words ->> '$."zh-hant".caption', '')
  || ' ' || coalesce(words ->> '$."zh-hans".alt', '') || ' ' || coalesce(words ->> '$."zh-hans".caption', '')
  || ' ' || coalesce(words ->> '$.en.alt', '') || ' ' || coalesce(words ->> '$.en.caption', ''));
