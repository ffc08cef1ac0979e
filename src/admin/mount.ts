import type { Context, Hono } from 'hono'
import type { AppEnv } from '../env.ts'
import { adminGate } from '../http/access.tsx'
import { methodNotAllowed } from '../http/errors.tsx'
import { ADMIN, ADMIN_PREFIX, type AdminMethod, type AdminRoute } from '../routes.ts'
import { articleForm, autosave, keepTypedText, saveArticle } from './article.tsx'
import { find, home, setLanguage } from './home.tsx'
import { missing } from './missing.tsx'
import { createDraft, createFromCopy, newArticle } from './new-article.tsx'
import { previewSaved, previewTyped } from './preview.tsx'
import { correction, makeCorrection, makeWithdrawal, withdrawal } from './public-notes.tsx'
import { approveConversion, cancelPublication, changePublication, publication } from './publication.tsx'
import { setReviewRequest } from './review.ts'
import { comparison, restoration, revision, revisions } from './revisions.tsx'

type Handler = (c: Context<AppEnv>) => Response | Promise<Response>

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
  at(ADMIN.previewLinks, { GET: missing, POST: missing })
  at(ADMIN.previewRevocation, { POST: missing })
  at(ADMIN.topics, { GET: missing, POST: missing })
  at(ADMIN.topic, { GET: missing, POST: missing })
  at(ADMIN.contacts, { GET: missing, POST: missing })
  at(ADMIN.contact, { GET: missing, POST: missing })
  at(ADMIN.boilerplates, { GET: missing, POST: missing })
  at(ADMIN.boilerplate, { GET: missing, POST: missing })
  at(ADMIN.settings, { GET: missing, POST: missing })
  at(ADMIN.editors, { GET: missing, POST: missing })
  at(ADMIN.editor, { GET: missing, POST: missing })
  at(ADMIN.audit, { GET: missing })

  app.all(`${ADMIN_PREFIX}/*`, adminGate({ least: 'author' }), missing)
}
