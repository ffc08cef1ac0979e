import type { Context, Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { adminGate } from '../http/access.tsx'
import { methodNotAllowed } from '../http/errors.tsx'
import { ADMIN, ADMIN_PREFIX, type AdminMethod, type AdminRoute } from '../routes.ts'
import { articleForm, autosave, keepTypedText, saveArticle } from './article.tsx'
import { audit } from './audit.tsx'
import { addEditor, changeEditor, editor, editors } from './editors.tsx'
import { find, home, setLanguage } from './home.tsx'
import { adminMedia } from './media.ts'
import { missing } from './missing.tsx'
import { createDraft, createFromCopy, newArticle } from './new-article.tsx'
import { previewSaved, previewTyped } from './preview.tsx'
import { makePreviewLink, previewLinks, revokePreview } from './preview-links.tsx'
import { correction, makeCorrection, makeWithdrawal, withdrawal } from './public-notes.tsx'
import { approveConversion, cancelPublication, changePublication, publication } from './publication.tsx'
import { BOILERPLATES, CONTACTS, TOPICS } from './record-kinds.ts'
import { recordHandlers } from './records.tsx'
import { setReviewRequest } from './review.ts'
import { comparison, restoration, revision, revisions } from './revisions.tsx'
import { changeSettings, settings } from './settings.tsx'

type Handler = (c: Context<AppEnv>) => Response | Promise<Response>

const topicPages = recordHandlers(TOPICS)
const contactPages = recordHandlers(CONTACTS)
const boilerplatePages = recordHandlers(BOILERPLATES)

/** Every address of ADMIN behind its gate. What is not in the table, below /admin, is refused or missing. */
export function mountAdmin(app: Hono<AppEnv>): void {
  /** Handlers for exactly the methods that the table knows; the table decides who may use them. */
  function at<R extends AdminRoute>(
    route: R,
    handlers: Record<keyof R['least'] & AdminMethod, Handler>,
    { onOutage }: { onOutage?: Handler } = {},
  ): void {
    for (const [method, handler] of Object.entries<Handler>(handlers)) {
      const least = route.least[method === 'GET' ? 'GET' : 'POST']
      if (!least) throw new Error(`mountAdmin: ${route.pattern} has a handler for ${method} but no role in routes.ts`)
      const gate = adminGate({ least, ...(onOutage && method === 'POST' ? { onOutage } : {}) })
      app.on(method, route.pattern, gate, handler)
    }
    app.all(route.pattern, adminGate({ least: 'author' }), methodNotAllowed)
  }

  at(ADMIN.home, { GET: home })
  at(ADMIN.find, { GET: find })
  at(ADMIN.language, { POST: setLanguage })
  at(ADMIN.newArticle, { GET: newArticle })
  at(ADMIN.articles, { POST: createDraft })
  at(ADMIN.article, { GET: articleForm, POST: saveArticle }, { onOutage: keepTypedText })
  at(ADMIN.autosave, { POST: autosave })
  at(ADMIN.preview, { GET: previewSaved, POST: previewTyped })
  at(ADMIN.copies, { POST: createFromCopy })
  at(ADMIN.review, { POST: setReviewRequest })
  at(ADMIN.revisions, { GET: revisions })
  at(ADMIN.revision, { GET: revision })
  at(ADMIN.restoration, { POST: restoration })
  at(ADMIN.comparison, { GET: comparison })
  at(ADMIN.approval, { POST: approveConversion })
  at(ADMIN.publication, { GET: publication, POST: changePublication })
  at(ADMIN.cancellation, { POST: cancelPublication })
  at(ADMIN.correction, { GET: correction, POST: makeCorrection })
  at(ADMIN.withdrawal, { GET: withdrawal, POST: makeWithdrawal })
  at(ADMIN.previewLinks, { GET: previewLinks, POST: makePreviewLink })
  at(ADMIN.previewRevocation, { POST: revokePreview })
  at(ADMIN.topics, { GET: topicPages.list, POST: topicPages.add })
  at(ADMIN.topic, { GET: topicPages.show, POST: topicPages.change })
  at(ADMIN.contacts, { GET: contactPages.list, POST: contactPages.add })
  at(ADMIN.contact, { GET: contactPages.show, POST: contactPages.change })
  at(ADMIN.boilerplates, { GET: boilerplatePages.list, POST: boilerplatePages.add })
  at(ADMIN.boilerplate, { GET: boilerplatePages.show, POST: boilerplatePages.change })
  at(ADMIN.settings, { GET: settings, POST: changeSettings })
  at(ADMIN.editors, { GET: editors, POST: addEditor })
  at(ADMIN.editor, { GET: editor, POST: changeEditor })
  at(ADMIN.audit, { GET: audit })

  at(ADMIN.media, { GET: adminMedia })

  app.all(`${ADMIN_PREFIX}/*`, adminGate({ least: 'author' }), missing)
}
