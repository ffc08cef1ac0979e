import type { Context, Hono } from 'hono'
import { PHOTO_BYTES_MAX } from '../article/photo-file.ts'
import { SHARE_PICTURE_BYTES_MAX } from '../article/share-picture.ts'
import type { AppEnv } from '../env.ts'
import { adminGate, type GateOptions } from '../http/access.tsx'
import { methodNotAllowed } from '../http/errors.tsx'
import { ADMIN, ADMIN_PREFIX, type AdminMethod, type AdminRoute } from '../routes.ts'
import { articleForm, autosave, keepTypedText, saveArticle } from './article.tsx'
import { articlePhoto, articlePhotos, placePhoto, uploadArticlePhoto } from './article-photos.tsx'
import { audit } from './audit.tsx'
import { answerDesk, desk, keepAnswers, wholeText } from './desk.tsx'
import { addEditor, askRemoval, changeEditor, editor, editors, newEditor, removeEditor } from './editors.tsx'
import { articleEmail } from './email.tsx'
import { find, home, setLanguage } from './home.tsx'
import { checkTyped } from './live-checks.tsx'
import { missing } from './missing.tsx'
import { createDraft, createFromCopy, newArticle } from './new-article.tsx'
import {
  adminMedia,
  deletePhotoForGood,
  makePhotoVariants,
  newPhoto,
  photo,
  photoChoice,
  photoDeletion,
  photos,
  savePhoto,
  uploadPhoto,
} from './photos.tsx'
import { previewSaved, previewTyped } from './preview.tsx'
import { makePreviewLink, previewLinks, revokePreview } from './preview-links.tsx'
import { compareShown, publicHistory, shownThen } from './public-history.tsx'
import { correction, makeCorrection, makeWithdrawal, withdrawal } from './public-notes.tsx'
import { approveConversion, cancelPublication, changePublication, publication } from './publication.tsx'
import { recordHandlers } from './records.tsx'
import { setReviewRequest } from './review.ts'
import { comparison, restoration, revision, revisions } from './revisions.tsx'
import { changeLeadArticle, changeQuotationMarks, changeSettings, settings } from './settings.tsx'
import { uploadSharePicture } from './share-pictures.tsx'

/** A photo of the largest size and the fields around it, with room to refuse a larger one in words. */
const UPLOAD_BYTES_MAX = 2 * PHOTO_BYTES_MAX

/** A share picture and its headline. */
const PICTURE_UPLOAD_BYTES_MAX = 2 * SHARE_PICTURE_BYTES_MAX

type Handler = (c: Context<AppEnv>) => Response | Promise<Response>

const topicPages = recordHandlers('topic')
const contactPages = recordHandlers('contact')
const boilerplatePages = recordHandlers('boilerplate')

/** Every address of ADMIN behind its gate. What is not in the table, below /admin, is refused or missing. */
export function mountAdmin(app: Hono<AppEnv>): void {
  /** Handlers for exactly the methods that the table knows; the table decides who may use them. */
  function at<R extends AdminRoute>(
    route: R,
    handlers: Record<keyof R['least'] & AdminMethod, Handler>,
    { onOutage, bytesMax }: Pick<GateOptions, 'onOutage' | 'bytesMax'> = {},
  ): void {
    for (const [method, handler] of Object.entries<Handler>(handlers)) {
      const least = route.least[method === 'GET' ? 'GET' : 'POST']
      if (!least) throw new Error(`mountAdmin: ${route.pattern} has a handler for ${method} but no role in routes.ts`)
      const gate = adminGate({
        least,
        ...(bytesMax ? { bytesMax } : {}),
        ...(onOutage && method === 'POST' ? { onOutage } : {}),
      })
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
  at(ADMIN.checks, { POST: checkTyped })
  at(ADMIN.copies, { POST: createFromCopy })
  at(ADMIN.review, { POST: setReviewRequest })
  at(ADMIN.revisions, { GET: revisions })
  at(ADMIN.revision, { GET: revision })
  at(ADMIN.history, { GET: publicHistory })
  at(ADMIN.historyComparison, { GET: compareShown })
  at(ADMIN.shownThen, { GET: shownThen })
  at(ADMIN.restoration, { POST: restoration })
  at(ADMIN.comparison, { GET: comparison })
  at(ADMIN.conversion, { GET: desk, POST: answerDesk }, { onOutage: keepAnswers })
  at(ADMIN.conversionText, { GET: wholeText })
  at(ADMIN.approval, { POST: approveConversion })
  at(ADMIN.publication, { GET: publication, POST: changePublication })
  at(ADMIN.cancellation, { POST: cancelPublication })
  at(ADMIN.sharePicture, { POST: uploadSharePicture }, { bytesMax: PICTURE_UPLOAD_BYTES_MAX })
  at(ADMIN.correction, { GET: correction, POST: makeCorrection })
  at(ADMIN.withdrawal, { GET: withdrawal, POST: makeWithdrawal })
  at(ADMIN.previewLinks, { GET: previewLinks, POST: makePreviewLink })
  at(ADMIN.previewRevocation, { POST: revokePreview })
  at(ADMIN.email, { GET: articleEmail })
  at(ADMIN.articlePhotos, { GET: articlePhotos, POST: uploadArticlePhoto }, { bytesMax: UPLOAD_BYTES_MAX })
  at(ADMIN.articlePhoto, { GET: articlePhoto, POST: placePhoto })
  at(ADMIN.photos, { GET: photos, POST: uploadPhoto }, { bytesMax: UPLOAD_BYTES_MAX })
  at(ADMIN.photoChoice, { GET: photoChoice })
  at(ADMIN.newPhoto, { GET: newPhoto })
  at(ADMIN.photo, { GET: photo, POST: savePhoto })
  at(ADMIN.photoVariants, { POST: makePhotoVariants })
  at(ADMIN.photoDeletion, { GET: photoDeletion, POST: deletePhotoForGood })
  at(ADMIN.media, { GET: adminMedia })
  at(ADMIN.topics, { GET: topicPages.list, POST: topicPages.add }, { onOutage: topicPages.keepTyped })
  at(ADMIN.newTopic, { GET: topicPages.blank })
  at(ADMIN.topic, { GET: topicPages.show, POST: topicPages.change }, { onOutage: topicPages.keepTyped })
  at(ADMIN.topicDeletion, { GET: topicPages.askDeletion, POST: topicPages.remove })
  at(ADMIN.contacts, { GET: contactPages.list, POST: contactPages.add }, { onOutage: contactPages.keepTyped })
  at(ADMIN.newContact, { GET: contactPages.blank })
  at(ADMIN.contact, { GET: contactPages.show, POST: contactPages.change }, { onOutage: contactPages.keepTyped })
  at(ADMIN.contactDeletion, { GET: contactPages.askDeletion, POST: contactPages.remove })
  at(ADMIN.contactUpdates, { POST: contactPages.refresh })
  at(
    ADMIN.boilerplates,
    { GET: boilerplatePages.list, POST: boilerplatePages.add },
    { onOutage: boilerplatePages.keepTyped },
  )
  at(ADMIN.newBoilerplate, { GET: boilerplatePages.blank })
  at(
    ADMIN.boilerplate,
    { GET: boilerplatePages.show, POST: boilerplatePages.change },
    { onOutage: boilerplatePages.keepTyped },
  )
  at(ADMIN.boilerplateDeletion, { GET: boilerplatePages.askDeletion, POST: boilerplatePages.remove })
  at(ADMIN.boilerplateUpdates, { POST: boilerplatePages.refresh })
  at(ADMIN.settings, { GET: settings, POST: changeSettings })
  at(ADMIN.lead, { POST: changeLeadArticle })
  at(ADMIN.quotes, { POST: changeQuotationMarks })
  at(ADMIN.editors, { GET: editors, POST: addEditor })
  at(ADMIN.newEditor, { GET: newEditor })
  at(ADMIN.editor, { GET: editor, POST: changeEditor })
  at(ADMIN.editorRemoval, { GET: askRemoval, POST: removeEditor })
  at(ADMIN.audit, { GET: audit })

  app.all(`${ADMIN_PREFIX}/*`, adminGate({ least: 'author' }), missing)
}
