import type { ArticleContent } from '../article/content.ts'
import { ARTICLE_KINDS } from '../article/content.ts'
import type { Photo } from '../article/photo.ts'
import type { Choices } from '../db/working-copy.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { messagesFor } from '../edition/messages/messages.ts'
import { adminHref } from '../routes.ts'
import { Field, type FieldError, Select } from '../ui/field.tsx'
import { AdminDocument, type AdminFrame } from './admin-document.tsx'
import { LISTS, SIDES, type Side } from './article-form.ts'
import { ArticleTabs } from './article-tabs.tsx'
import { choiceOptions } from './choice-options.ts'
import { FormContents } from './form-contents.tsx'
import { Chosen, Overrides } from './form-groups.tsx'
import { controlName, type FormSection, sectionId, sectionTitle } from './form-labels.ts'
import { QuotationFields } from './form-quotation.tsx'
import { WordsFields } from './form-words.tsx'
import { LeadPhoto } from './lead-photo.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import { NO_QUOTATIONS, type TypedQuotations } from './quotation-form.ts'
import { DefaultButton, SaveBar } from './save-bar.tsx'

export interface ArticleFormProps {
  frame: AdminFrame
  articleId: number
  content: ArticleContent
  /** The revision that the fields come from. */
  baseVersion: number
  /** Title of the article as last saved, for the page's own title. */
  heading: string
  /** Null while the database is away: what was chosen stays chosen. */
  choices: Choices | null
  errors?: readonly FieldError[]
  done?: string
  /** The public address, when the article has one already. */
  publicSlug?: string | null
  suggestedSlug?: string
  /** A draft that this editor may delete. */
  mayDelete?: boolean
  /** The record of the lead photo, where there is one. */
  leadPhoto?: Photo | null
  /** Quotations that were filled in and are not in their text yet. */
  quotations?: TypedQuotations
  /** What was just done to the photos or quotations, said where it was done. */
  placed?: { at: Side | 'lead'; message: string }
  /** A group that shall have one more empty row. */
  grow?: string
  /** When what is on the screen was saved, in words; absent while it has not been. */
  savedAt?: string
  /** Said above the form, e.g. that nothing was saved. */
  alarm?: string
}

/** The form of an article with its preview. Everything works as a plain form; scripts only add to it. */
export function ArticleFormPage(props: ArticleFormProps) {
  const { frame, articleId, heading, errors = [], done, alarm } = props
  const { language } = frame.editor
  return (
    <AdminDocument
      frame={frame}
      title={heading}
      errors={errors}
      done={done}
      form={{ id: 'article-form', action: adminHref.article(articleId) }}
      wide
    >
      {alarm ? (
        <div class="notice alarm" role="alert">
          <p>{alarm}</p>
        </div>
      ) : null}
      <ArticleTabs articleId={articleId} editor={frame.editor} current="form" />
      <div class="two">
        <ArticleForm {...props} />
        <PreviewPane articleId={articleId} language={language} content={props.content} />
      </div>
      {props.mayDelete ? (
        <p class="actions">
          <a class="button" href={adminHref.deletion(articleId)}>
            {adminMessagesFor(language).deletion.link}
          </a>
        </p>
      ) : null}
      <PhotoDialog language={language} />
    </AdminDocument>
  )
}

function ArticleForm(props: ArticleFormProps) {
  const { frame, articleId, content, baseVersion, choices, errors = [], grow, savedAt, placed } = props
  const { quotations = NO_QUOTATIONS } = props
  const { language } = frame.editor
  const shared = { language, errors, grow: grow ?? '', placed }
  const options = choiceOptions(choices, language)
  return (
    <form
      id="article-form"
      method="post"
      action={adminHref.article(articleId)}
      enctype="multipart/form-data"
      data-behaviour="autosave local-copy"
      data-autosave={adminHref.autosave(articleId)}
      data-article={String(articleId)}
      data-unsaved={savedAt === undefined ? '' : undefined}
    >
      <input type="hidden" name="version" value={String(baseVersion)} />
      <input type="hidden" name="uiLanguage" value={language} />
      <DefaultButton />
      <FormContents language={language} errors={errors} />
      <LocalCopyOffer language={language} />
      <Basics {...props} />
      {SIDES.map((side) => (
        <WordsFields side={side} content={content} {...shared}>
          <QuotationFields {...{ side, content, choices, language, errors }} typed={quotations[side]} />
        </WordsFields>
      ))}
      <SectionHeading section="belongings" language={language} />
      {LISTS.map((list) => (
        <Chosen list={list} chosen={content[list]} options={options[list]} {...shared} />
      ))}
      <SectionHeading section="extras" language={language} />
      <Extras {...props} />
      <Overrides {...{ articleId, content, language }} />
      <SaveBar language={language} state={savedAt ?? adminMessagesFor(language).article.unsaved} />
      <ToolbarButtons language={language} />
    </form>
  )
}

function SectionHeading({ section, language }: { section: FormSection; language: Edition }) {
  return <h2 id={sectionId(section)}>{sectionTitle(section, language)}</h2>
}

/** What the script puts above each body. */
function ToolbarButtons({ language }: { language: Edition }) {
  const { article, form } = adminMessagesFor(language)
  const { label, ...marks } = article.toolbar
  return (
    <template data-behaviour="toolbar-buttons">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more field of the form */}
      <div class="toolbar" role="group" aria-label={label} data-more={form.more('{area}')}>
        {Object.entries(marks).map(([mark, words]) => (
          <button type="button" data-mark={mark} data-behaviour={mark === 'photo' ? 'htmx' : undefined}>
            {words}
          </button>
        ))}
      </div>
    </template>
  )
}

/** Filled and shown by the script when this browser has kept newer text than the server. */
function LocalCopyOffer({ language }: { language: Edition }) {
  const { article } = adminMessagesFor(language)
  return (
    <div class="notice" data-behaviour="local-copy-offer" hidden>
      <p data-text={article.localCopy('{time}')} />
      <div class="actions">
        <button type="button" data-act="restore">
          {article.localCopyUse}
        </button>
        <button type="button" data-act="discard">
          {article.localCopyDiscard}
        </button>
      </div>
    </div>
  )
}

function Basics({ frame, content, errors = [], publicSlug, suggestedSlug }: ArticleFormProps) {
  const { language } = frame.editor
  const { article } = adminMessagesFor(language)
  const suggestion = suggestedSlug ? article.slugSuggestion(suggestedSlug) : ''
  const slugHint = publicSlug ? article.slugHintPublic(publicSlug) : article.slugHint + suggestion
  return (
    <>
      <SectionHeading section="basics" language={language} />
      <p class="hint">{article.requiredNote}</p>
      <Field
        name="slug"
        label={article.slug}
        hint={slugHint}
        language={language}
        errors={errors}
        value={content.slug}
        required
        words="en"
        literal
      />
      <div class="cols">
        <Select
          name="kind"
          label={article.kind}
          language={language}
          value={content.kind}
          options={ARTICLE_KINDS.map((kind) => ({ value: kind, label: messagesFor(language).kinds[kind] }))}
        />
        <Field
          name="datelineDate"
          label={article.datelineDate}
          hint={article.datelineDateHint}
          type="date"
          size={12}
          language={language}
          errors={errors}
          value={content.datelineDate}
        />
        <Select
          name="sourceEdition"
          label={article.sourceEdition}
          hint={article.sourceEditionHint}
          language={language}
          value={content.sourceEdition}
          options={(['zh-hant', 'zh-hans'] as const).map((key) => ({
            value: key,
            label: EDITIONS[key].name,
            lang: EDITIONS[key].lang,
          }))}
        />
      </div>
    </>
  )
}

/** What most articles do not have: a photo at the head, and what journalists are invited to. */
function Extras({ frame, content, errors = [], leadPhoto: record, placed }: ArticleFormProps) {
  const { language } = frame.editor
  const { article } = adminMessagesFor(language)
  const { leadPhoto = '', invitation } = content
  const isOpen = content.kind === 'media-invitation' || Boolean(invitation)
  return (
    <>
      <LeadPhoto
        chosen={leadPhoto}
        photo={record}
        language={language}
        placed={placed?.at === 'lead' ? placed.message : undefined}
      />
      <details open={isOpen ? true : undefined}>
        <summary>{article.invitation}</summary>
        <p class="hint">{article.invitationHint}</p>
        {(['startsAt', 'endsAt', 'replyBy', 'replyTo'] as const).map((part) => (
          <Field
            {...controlName(`invitation.${part}`, content, language)}
            name={`invitation.${part}`}
            type={part === 'replyTo' ? 'email' : 'datetime-local'}
            value={invitation?.[part] ?? ''}
            {...{ language, errors }}
          />
        ))}
      </details>
    </>
  )
}

/** The article as readers will see it. Its controls belong to the form of the article. */
function PreviewPane({
  articleId,
  language,
  content,
}: {
  articleId: number
  language: Edition
  content: ArticleContent
}) {
  const { article } = adminMessagesFor(language)
  return (
    <section
      class="preview"
      aria-labelledby="preview-title"
      data-behaviour="preview"
      data-url={adminHref.preview(articleId)}
    >
      <h2 id="preview-title">{article.preview}</h2>
      <div class="actions">
        <label for="preview-edition">{article.previewEdition}</label>
        <select id="preview-edition" name="previewEdition" form="article-form">
          {EDITION_KEYS.map((edition) => (
            <option
              value={edition}
              lang={EDITIONS[edition].lang}
              selected={edition === content.sourceEdition ? true : undefined}
            >
              {EDITIONS[edition].name}
            </option>
          ))}
        </select>
        <button type="submit" form="article-form" formaction={adminHref.preview(articleId)} formtarget="preview-frame">
          {article.previewUpdate}
        </button>
      </div>
      <iframe
        class="preview-frame"
        name="preview-frame"
        title={article.preview}
        src={adminHref.preview(articleId, content.sourceEdition)}
      />
      <div data-behaviour="live-checks" data-url={adminHref.checks(articleId)} />
    </section>
  )
}
