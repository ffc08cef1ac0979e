import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { includesRole } from '../article/roles.ts'
import type { Editor } from '../db/editors.ts'
import { EDITION_KEYS, EDITIONS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import { glossaryMessagesFor } from '../edition/messages/admin-glossary.ts'
import { photoMessagesFor } from '../edition/messages/admin-photos.ts'
import { ADMIN, adminHref, href } from '../routes.ts'
import { adminStylesheet } from '../ui/admin-stylesheet.ts'
import { assets } from '../ui/assets.generated.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { FieldError } from '../ui/field.tsx'
import { Words } from '../ui/words.tsx'

/** Who looks at which page of the admin. */
export interface AdminFrame {
  editor: Pick<Editor, 'email' | 'name' | 'role' | 'language'>
  /** The page's own address. */
  path: string
  /** Where the language switch leads back to. */
  back?: string
  /** The page came back in another language, with what was typed. */
  isKept?: boolean
}

interface AdminDocumentProps {
  frame: AdminFrame
  title: string
  errors?: readonly FieldError[]
  /** What has just been done: told at the top, and announced. */
  done?: string | undefined
  /** What went wrong with the page as a whole, e.g. that nothing was saved. */
  alarm?: string | undefined
  wide?: boolean
  /** The form of the page: the language buttons belong to it, so that what is typed into it comes back. */
  form?: { id: string; action: string } | undefined
  children?: Child
}

/** A whole page of the editors' side. */
export function AdminDocument({ frame, title, errors = [], done, alarm, wide, form, children }: AdminDocumentProps) {
  const { language } = frame.editor
  const messages = adminMessagesFor(language)
  const told = done ?? (frame.isKept ? messages.languageKept : '')
  // The title is what screen readers say first of a page; a status that is there from the beginning they pass over.
  const shownTitle =
    errors.length > 0 ? `${messages.form.errorPrefix}${title}` : told === '' ? title : `${told} ${title}`
  return html`<!doctype html>${(
    <html lang={EDITIONS[language].lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${shownTitle} | ${messages.brand}`}</title>
        <style>{raw(adminStylesheet)}</style>
        <link rel="icon" href={href.favicon()} type="image/svg+xml" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
        <script type="module" src={assets.admin} />
      </head>
      <body>
        <a class="skip" href="#content">
          {messages.skipToContent}
        </a>
        <Masthead frame={frame} />
        <main id="content" tabindex={-1} class={wide ? 'wrap wide' : 'wrap'}>
          <ErrorSummary errors={errors} language={language} />
          <p class="done" role="status">
            {told}
          </p>
          <h1>
            <Words text={title} edition={language} />
          </h1>
          {alarm ? (
            <div class="notice alarm" role="alert">
              <p>{alarm}</p>
            </div>
          ) : null}
          {children}
        </main>
        <Colophon frame={frame} form={form} />
      </body>
    </html>
  )}`
}

function Masthead({ frame }: { frame: AdminFrame }) {
  const { editor, path } = frame
  const messages = adminMessagesFor(editor.language)
  const entries = [
    { route: ADMIN.home, url: adminHref.home(), label: messages.nav.home },
    { route: ADMIN.newArticle, url: adminHref.newArticle(), label: messages.nav.newArticle },
    { route: ADMIN.photos, url: adminHref.photos(), label: photoMessagesFor(editor.language).title },
    { route: ADMIN.topics, url: adminHref.records('topic'), label: messages.nav.topics },
    { route: ADMIN.contacts, url: adminHref.records('contact'), label: messages.nav.contacts },
    { route: ADMIN.boilerplates, url: adminHref.records('boilerplate'), label: messages.nav.boilerplates },
    { route: ADMIN.glossary, url: adminHref.glossary(), label: glossaryMessagesFor(editor.language).title },
    { route: ADMIN.settings, url: adminHref.settings(), label: messages.nav.settings },
    { route: ADMIN.editors, url: adminHref.editors(), label: messages.nav.editors },
    { route: ADMIN.audit, url: adminHref.audit(), label: messages.nav.audit },
  ]
  return (
    <header class="masthead">
      <div class="wrap wide">
        <a class="brand" href={adminHref.home()}>
          {messages.brand}
        </a>
        <nav aria-label={messages.nav.label}>
          <ul>
            {entries
              .filter(({ route }) => includesRole(editor.role, route.least.GET))
              .map(({ url, label }) => (
                <li>
                  <a href={url} aria-current={url === path ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Colophon({ frame, form }: Pick<AdminDocumentProps, 'frame' | 'form'>) {
  const { editor } = frame
  const messages = adminMessagesFor(editor.language)
  return (
    <footer class="colophon">
      <div class="wrap wide">
        <p>
          {editor.email === '' ? null : messages.signedInAs(editor.name || editor.email, messages.roles[editor.role])}{' '}
          <a class="target" href={adminHref.signOut()}>
            {messages.signOut}
          </a>{' '}
          <a class="target" href={href.home({ edition: editor.language, images: true })}>
            {messages.viewSite}
          </a>
        </p>
        {form ? (
          <div class="language">
            <LanguageButtons language={editor.language} form={form} />
          </div>
        ) : (
          <form method="post" action={adminHref.language()} class="language">
            <input type="hidden" name="back" value={frame.back ?? frame.path} />
            <LanguageButtons language={editor.language} />
          </form>
        )}
      </div>
    </footer>
  )
}

/** The buttons of the form around them, or of the page's own form wherever it stands. */
function LanguageButtons({ language, form }: { language: Edition } & Pick<AdminDocumentProps, 'form'>) {
  return (
    <>
      <p>{adminMessagesFor(language).languageLabel}</p>
      {EDITION_KEYS.map((edition) => (
        <button
          type="submit"
          {...(form
            ? { form: form.id, formaction: adminHref.inLanguage(form.action, edition), formnovalidate: true }
            : { name: 'language', value: edition })}
          lang={EDITIONS[edition].lang}
          aria-pressed={edition === language ? 'true' : 'false'}
        >
          {EDITIONS[edition].name}
        </button>
      ))}
    </>
  )
}
