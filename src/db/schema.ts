import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ArticleContent, ArticleKind } from '../article/content.ts'
import type { PhotoDescription, PhotoWords, VariantFormat } from '../article/photo.ts'
import type { EditionAct } from '../article/public-history.ts'
import type { BoilerplateWords, ContactWords, EditionDetails } from '../article/published.ts'
import type { RecordKind } from '../article/record-shape.ts'
import type { Role } from '../article/roles.ts'
import type { SharePictureType } from '../article/share-picture.ts'
import type { GlossaryEntry } from '../convert/glossary.ts'
import type { ChineseEdition, Edition } from '../edition/editions.ts'

/** The tables as the migrations make them; a test compares the two. Every column is explained in the migrations. */

export const topic = sqliteTable('topic', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  position: integer('position').notNull().default(0),
  nameZhHant: text('name_zh_hant').notNull(),
  nameZhHans: text('name_zh_hans').notNull(),
  nameEn: text('name_en').notNull(),
  descriptionZhHant: text('description_zh_hant').notNull().default(''),
  descriptionZhHans: text('description_zh_hans').notNull().default(''),
  descriptionEn: text('description_en').notNull().default(''),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
  derived: text('derived', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
})

export const contact = sqliteTable('contact', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  words: text('words', { mode: 'json' }).$type<Record<Edition, ContactWords>>().notNull(),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
  derived: text('derived', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
})

export const boilerplate = sqliteTable('boilerplate', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  words: text('words', { mode: 'json' }).$type<Record<Edition, BoilerplateWords>>().notNull(),
  url: text('url').notNull().default(''),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
  derived: text('derived', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
})

export const article = sqliteTable('article', {
  id: integer('id').primaryKey(),
  slug: text('slug').notNull().unique(),
  kind: text('kind').$type<ArticleKind>().notNull(),
  sourceEdition: text('source_edition').$type<ChineseEdition>().notNull(),
  version: integer('version').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  draft: integer('draft', { mode: 'boolean' }).notNull().default(true),
  acts: integer('acts').notNull().default(0),
  titles: text('titles', { mode: 'json' }).$type<Partial<Record<Edition, string>>>().notNull().default({}),
  findable: text('findable').notNull().default(''),
  reviewRequestedAtMs: integer('review_requested_at_ms'),
  reviewRequestedBy: text('review_requested_by'),
  checkedVersion: integer('checked_version'),
  checkedBy: text('checked_by'),
  checkedAtMs: integer('checked_at_ms'),
  deletedAtMs: integer('deleted_at_ms'),
  deletedBy: text('deleted_by'),
  deletedSlug: text('deleted_slug'),
})

export const slugHistory = sqliteTable('slug_history', {
  slug: text('slug').primaryKey(),
  articleId: integer('article_id').notNull(),
  replacedAtMs: integer('replaced_at_ms').notNull(),
})

export const revision = sqliteTable(
  'revision',
  {
    articleId: integer('article_id').notNull(),
    number: integer('number').notNull(),
    content: text('content', { mode: 'json' }).$type<ArticleContent>().notNull(),
    savedBy: text('saved_by').notNull(),
    savedAtMs: integer('saved_at_ms').notNull(),
    note: text('note').notNull().default(''),
    autosaved: integer('autosaved', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.number] })],
)

export const edition = sqliteTable(
  'edition',
  {
    articleId: integer('article_id').notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    state: text('state').$type<'published' | 'withdrawn'>().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    embargoed: integer('embargoed', { mode: 'boolean' }).notNull().default(false),
    updatedAtMs: integer('updated_at_ms'),
    withdrawnAtMs: integer('withdrawn_at_ms'),
    withdrawalReason: text('withdrawal_reason').notNull().default(''),
    revision: integer('revision').notNull(),
    label: text('label').notNull().default(''),
    title: text('title').notNull(),
    subtitle: text('subtitle').notNull().default(''),
    summary: text('summary').notNull().default(''),
    place: text('place').notNull().default(''),
    source: text('source').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    details: text('details', { mode: 'json' }).$type<EditionDetails>().notNull(),
    conversionVersion: text('conversion_version'),
    approvedBy: text('approved_by'),
    approvedAtMs: integer('approved_at_ms'),
    act: text('act').$type<EditionAct>(),
    actedAtMs: integer('acted_at_ms'),
    actedBy: text('acted_by'),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.edition] })],
)

export const articleTopic = sqliteTable(
  'article_topic',
  {
    articleId: integer('article_id').notNull(),
    topicId: integer('topic_id').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.topicId] })],
)

export const listing = sqliteTable(
  'listing',
  {
    edition: text('edition').$type<Edition>().notNull(),
    articleId: integer('article_id').notNull(),
    shownEdition: text('shown_edition').$type<Edition>().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.edition, table.articleId, table.shownEdition] }),
    index('listing_latest').on(table.edition, table.publishedAtMs, table.articleId),
  ],
)

export const listingTopic = sqliteTable(
  'listing_topic',
  {
    topicId: integer('topic_id').notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    articleId: integer('article_id').notNull(),
    shownEdition: text('shown_edition').$type<Edition>().notNull(),
    publishedAtMs: integer('published_at_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.topicId, table.edition, table.articleId, table.shownEdition] }),
    index('listing_topic_latest').on(table.topicId, table.edition, table.publishedAtMs, table.articleId),
  ],
)

export const setting = sqliteTable('setting', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
  derived: text('derived', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull().default({}),
})

export const editor = sqliteTable('editor', {
  id: integer('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull().default(''),
  role: text('role').$type<Role>().notNull(),
  language: text('language').$type<Edition>().notNull().default('zh-hant'),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
})

export const glossary = sqliteTable('glossary', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<GlossaryEntry['kind']>().notNull(),
  hant: text('hant').notNull(),
  hans: text('hans').notNull(),
  direction: text('direction').$type<GlossaryEntry['direction']>().notNull(),
  note: text('note').notNull().default(''),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
})

export const editionPast = sqliteTable('edition_past', {
  id: integer('id').primaryKey(),
  articleId: integer('article_id').notNull(),
  edition: text('edition').$type<Edition>().notNull(),
  replacedAtMs: integer('replaced_at_ms').notNull(),
  content: text('content').notNull(),
})

export const previewLink = sqliteTable('preview_link', {
  id: integer('id').primaryKey(),
  articleId: integer('article_id').notNull(),
  tokenHash: text('token_hash').notNull().unique(),
  reader: text('reader').notNull(),
  createdBy: text('created_by').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  expiresAtMs: integer('expires_at_ms').notNull(),
  revokedAtMs: integer('revoked_at_ms'),
})

export const previewUse = sqliteTable('preview_use', {
  id: integer('id').primaryKey(),
  linkId: integer('link_id').notNull(),
  edition: text('edition').$type<Edition>().notNull(),
  usedAtMs: integer('used_at_ms').notNull(),
})

export const purgeQueue = sqliteTable('purge_queue', {
  id: integer('id').primaryKey(),
  tags: text('tags', { mode: 'json' }).$type<readonly string[]>().notNull(),
  queuedAtMs: integer('queued_at_ms').notNull(),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error').notNull().default(''),
})

export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey(),
  atMs: integer('at_ms').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  articleId: integer('article_id'),
  detail: text('detail', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull().default({}),
})

export const heartbeat = sqliteTable('heartbeat', {
  name: text('name').primaryKey(),
  atMs: integer('at_ms').notNull(),
})

export const photo = sqliteTable('photo', {
  id: integer('id').primaryKey(),
  key: text('key').notNull().unique(),
  sha256: text('sha256').notNull().unique(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  credit: text('credit').notNull().default(''),
  focalX: integer('focal_x').notNull().default(50),
  focalY: integer('focal_y').notNull().default(50),
  description: text('description').$type<PhotoDescription>().notNull().default('undecided'),
  words: text('words', { mode: 'json' }).$type<Record<Edition, PhotoWords>>().notNull(),
  variantsPending: integer('variants_pending', { mode: 'boolean' }).notNull().default(true),
  createdBy: text('created_by').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  version: integer('version').notNull().default(1),
  findable: text('findable').notNull().default(''),
})

export const photoVariant = sqliteTable(
  'photo_variant',
  {
    photoId: integer('photo_id').notNull(),
    file: text('file').notNull(),
    format: text('format').$type<VariantFormat>().notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.file] })],
)

export const photoUse = sqliteTable(
  'photo_use',
  {
    photoId: integer('photo_id').notNull(),
    articleId: integer('article_id').notNull(),
    edition: text('edition').$type<Edition>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.photoId, table.articleId, table.edition] })],
)

export const sharePicture = sqliteTable(
  'share_picture',
  {
    articleId: integer('article_id').notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    type: text('type').$type<SharePictureType>().notNull(),
    madeForTitle: text('made_for_title').notNull(),
    storedAtMs: integer('stored_at_ms').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.edition] }),
    index('share_picture_address').on(table.sha256),
  ],
)

export const photoDraftUse = sqliteTable(
  'photo_draft_use',
  { photoKey: text('photo_key').notNull(), articleId: integer('article_id').notNull() },
  (table) => [primaryKey({ columns: [table.photoKey, table.articleId] })],
)

export const recordUse = sqliteTable(
  'record_use',
  {
    kind: text('kind').$type<RecordKind>().notNull(),
    key: text('key').notNull(),
    articleId: integer('article_id').notNull(),
    place: text('place').$type<Edition | 'draft'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key, table.articleId, table.place] })],
)
