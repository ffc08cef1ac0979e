import type { Hono } from 'hono'
import { PHOTO_BYTES_MAX } from '../article/photo-file.ts'
import { SHARE_PICTURE_BYTES_MAX } from '../article/share-picture.ts'
import type { AppEnv } from '../env.ts'
import { adminGate, type GateOptions } from '../http/access.tsx'
import { methodNotAllowed } from '../http/errors.tsx'
import { ADMIN, ADMIN_PREFIX, type AdminMethod, type AdminRoute, adminHref, SIGN_OUT } from '../routes.ts'
import { articleAsTyped, articleForm, autosave, keepTypedText, saveArticle } from './article.tsx'
import {
  articlePhoto,
  articlePhotos,
  placeAsTyped,
  placePhoto,
  uploadArticlePhoto,
  uploadArticlePhotoAsTyped,
} from './article-photos.tsx'
import { audit } from './audit.tsx'
import { askDraftDeletion, deletedDrafts, recoverDraft, removeDraft } from './deleted-drafts.tsx'
import { answerDesk, desk, deskAsTyped, wholeText } from './desk.tsx'
import {
  addEditor,
  askRemoval,
  changeEditor,
  editor,
  editorAsTyped,
  editors,
  newEditor,
  newEditorAsTyped,
  removeEditor,
} from './editors.tsx'
import { articleEmail } from './email.tsx'
import {
  addGlossaryEntry,
  askEntryDeletion,
  changeGlossaryEntry,
  deleteGlossaryEntry,
  entryAsTyped,
  glossary,
  glossaryEntry,
  glossaryText,
  newGlossaryEntry,
  tryGlossaryEntry,
} from './glossary.tsx'
import { find, home } from './home.tsx'
import { type Handler, orInLanguage, setLanguage } from './interface-language.ts'
import { keepSent } from './kept-form.tsx'
import { keepTypedUpload } from './kept-photos.tsx'
import { checkTyped } from './live-checks.tsx'
import { missing } from './missing.tsx'
import { createDraft, createFromCopy, draftAsTyped, newArticle } from './new-article.tsx'
import {
  adminMedia,
  deletePhotoForGood,
  makePhotoVariants,
  newPhoto,
  photo,
  photoAsTyped,
  photoByKey,
  photoChoice,
  photoDeletion,
  photos,
  savePhoto,
  uploadAsTyped,
  uploadPhoto,
} from './photos.tsx'
import { previewSaved, previewTyped } from './preview.tsx'
import { makePreviewLink, previewLinkAsTyped, previewLinks, revokePreview } from './preview-links.tsx'
import { compareShown, publicHistory, shownThen } from './public-history.tsx'
import {
  correction,
  correctionAsTyped,
  makeCorrection,
  makeWithdrawal,
  withdrawal,
  withdrawalAsTyped,
} from './public-notes.tsx'
import { cancelPublication, changePublication, publication, publicationAsTyped } from './publication.tsx'
import { outdated, updateFromEntry, updateOutdated } from './reconversion.tsx'
import { recordHandlers } from './records.tsx'
import { setReviewRequest } from './review.ts'
import { comparison, restoration, revision, revisions } from './revisions.tsx'
import { changeLeadArticle, changeQuotationMarks, changeSettings, settings, settingsAsTyped } from './settings.tsx'
import { uploadSharePicture } from './share-pictures.tsx'

/** A photo of the largest size and the fields around it, with room to refuse a larger one in words. */
const UPLOAD_BYTES_MAX = 2 * PHOTO_BYTES_MAX

/** A share picture and its headline. */
const PICTURE_UPLOAD_BYTES_MAX = 2 * SHARE_PICTURE_BYTES_MAX

const topicPages = recordHandlers('topic')
const contactPages = recordHandlers('contact')
const boilerplatePages = recordHandlers('boilerplate')

/** Every address of ADMIN behind its gate. What is not in the table, below /admin, is refused or missing. */
export function mountAdmin(app: Hono<AppEnv>): void {
  /**
   * Handlers for exactly the methods that the table knows; the table decides who may use them. `asTyped` gives a filled
   * form back when its reader asks for another language, `onOutage` while the database is away.
   */
  function at<R extends AdminRoute>(
    route: R,
    handlers: Record<keyof R['least'] & AdminMethod, Handler>,
    { onOutage = keepSent, bytesMax, asTyped }: Pick<GateOptions, 'onOutage' | 'bytesMax'> & { asTyped?: Handler } = {},
  ): void {
    for (const [method, handler] of Object.entries<Handler>(handlers)) {
      const least = route.least[method === 'GET' ? 'GET' : 'POST']
      if (!least) throw new Error(`mountAdmin: ${route.pattern} has a handler for ${method} but no role in routes.ts`)
      const gate = adminGate({
        least,
        ...(bytesMax ? { bytesMax } : {}),
        ...(method === 'POST' ? { onOutage } : {}),
      })
      app.on(method, route.pattern, gate, method === 'POST' ? orInLanguage(handler, asTyped) : handler)
    }
    app.all(route.pattern, adminGate({ least: 'author' }), methodNotAllowed)
  }

  // Only the mock of a local machine leaves this address to the Worker, and it signs in again at once.
  app.get(SIGN_OUT, (c) => c.redirect(adminHref.done(adminHref.home(), 'mock')))

  at(ADMIN.home, { GET: home })
  at(ADMIN.find, { GET: find })
  at(ADMIN.language, { POST: setLanguage })
  at(ADMIN.newArticle, { GET: newArticle })
  at(ADMIN.articles, { POST: createDraft }, { asTyped: draftAsTyped })
  at(ADMIN.deletedDrafts, { GET: deletedDrafts })
  at(ADMIN.article, { GET: articleForm, POST: saveArticle }, { onOutage: keepTypedText, asTyped: articleAsTyped })
  at(ADMIN.autosave, { POST: autosave })
  at(ADMIN.preview, { GET: previewSaved, POST: previewTyped })
  at(ADMIN.checks, { POST: checkTyped })
  at(ADMIN.copies, { POST: createFromCopy })
  at(ADMIN.deletion, { GET: askDraftDeletion, POST: removeDraft })
  at(ADMIN.recovery, { POST: recoverDraft })
  at(ADMIN.review, { POST: setReviewRequest })
  at(ADMIN.revisions, { GET: revisions })
  at(ADMIN.revision, { GET: revision })
  at(ADMIN.history, { GET: publicHistory })
  at(ADMIN.historyComparison, { GET: compareShown })
  at(ADMIN.shownThen, { GET: shownThen })
  at(ADMIN.restoration, { POST: restoration })
  at(ADMIN.comparison, { GET: comparison })
  at(ADMIN.conversion, { GET: desk, POST: answerDesk }, { asTyped: deskAsTyped })
  at(ADMIN.conversionText, { GET: wholeText })
  at(ADMIN.publication, { GET: publication, POST: changePublication }, { asTyped: publicationAsTyped })
  at(ADMIN.cancellation, { POST: cancelPublication })
  at(ADMIN.sharePicture, { POST: uploadSharePicture }, { bytesMax: PICTURE_UPLOAD_BYTES_MAX })
  at(ADMIN.correction, { GET: correction, POST: makeCorrection }, { asTyped: correctionAsTyped })
  at(ADMIN.withdrawal, { GET: withdrawal, POST: makeWithdrawal }, { asTyped: withdrawalAsTyped })
  at(ADMIN.previewLinks, { GET: previewLinks, POST: makePreviewLink }, { asTyped: previewLinkAsTyped })
  at(ADMIN.previewRevocation, { POST: revokePreview })
  at(ADMIN.email, { GET: articleEmail })
  const upload = { bytesMax: UPLOAD_BYTES_MAX, onOutage: keepTypedUpload }
  at(
    ADMIN.articlePhotos,
    { GET: articlePhotos, POST: uploadArticlePhoto },
    { ...upload, asTyped: uploadArticlePhotoAsTyped },
  )
  at(ADMIN.articlePhoto, { GET: articlePhoto, POST: placePhoto }, { asTyped: placeAsTyped })
  at(ADMIN.photos, { GET: photos, POST: uploadPhoto }, { ...upload, asTyped: uploadAsTyped })
  at(ADMIN.photoChoice, { GET: photoChoice })
  at(ADMIN.newPhoto, { GET: newPhoto })
  at(ADMIN.photo, { GET: photo, POST: savePhoto }, { asTyped: photoAsTyped })
  at(ADMIN.photoByKey, { GET: photoByKey })
  at(ADMIN.photoVariants, { POST: makePhotoVariants })
  at(ADMIN.photoDeletion, { GET: photoDeletion, POST: deletePhotoForGood })
  at(ADMIN.media, { GET: adminMedia })
  at(ADMIN.topics, { GET: topicPages.list, POST: topicPages.add }, topicPages.ofNew)
  at(ADMIN.newTopic, { GET: topicPages.blank })
  at(ADMIN.topic, { GET: topicPages.show, POST: topicPages.change }, topicPages.ofStored)
  at(ADMIN.topicDeletion, { GET: topicPages.askDeletion, POST: topicPages.remove })
  at(ADMIN.contacts, { GET: contactPages.list, POST: contactPages.add }, contactPages.ofNew)
  at(ADMIN.newContact, { GET: contactPages.blank })
  at(ADMIN.contact, { GET: contactPages.show, POST: contactPages.change }, contactPages.ofStored)
  at(ADMIN.contactDeletion, { GET: contactPages.askDeletion, POST: contactPages.remove })
  at(ADMIN.contactUpdates, { POST: contactPages.refresh })
  at(ADMIN.boilerplates, { GET: boilerplatePages.list, POST: boilerplatePages.add }, boilerplatePages.ofNew)
  at(ADMIN.newBoilerplate, { GET: boilerplatePages.blank })
  at(ADMIN.boilerplate, { GET: boilerplatePages.show, POST: boilerplatePages.change }, boilerplatePages.ofStored)
  at(ADMIN.boilerplateDeletion, { GET: boilerplatePages.askDeletion, POST: boilerplatePages.remove })
  at(ADMIN.boilerplateUpdates, { POST: boilerplatePages.refresh })
  const ofEntry = { asTyped: entryAsTyped }
  at(ADMIN.glossary, { GET: glossary, POST: addGlossaryEntry }, ofEntry)
  at(ADMIN.newGlossaryEntry, { GET: newGlossaryEntry })
  at(ADMIN.glossaryTrial, { POST: tryGlossaryEntry })
  at(ADMIN.glossaryText, { GET: glossaryText })
  at(ADMIN.outdated, { GET: outdated, POST: updateOutdated })
  at(ADMIN.glossaryEntry, { GET: glossaryEntry, POST: changeGlossaryEntry }, ofEntry)
  at(ADMIN.glossaryDeletion, { GET: askEntryDeletion, POST: deleteGlossaryEntry })
  at(ADMIN.glossaryUpdates, { POST: updateFromEntry })
  at(ADMIN.settings, { GET: settings, POST: changeSettings }, { asTyped: settingsAsTyped })
  at(ADMIN.lead, { POST: changeLeadArticle })
  at(ADMIN.quotes, { POST: changeQuotationMarks })
  at(ADMIN.editors, { GET: editors, POST: addEditor }, { asTyped: newEditorAsTyped })
  at(ADMIN.newEditor, { GET: newEditor })
  at(ADMIN.editor, { GET: editor, POST: changeEditor }, { asTyped: editorAsTyped })
  at(ADMIN.editorRemoval, { GET: askRemoval, POST: removeEditor })
  at(ADMIN.audit, { GET: audit })

  app.all(`${ADMIN_PREFIX}/*`, adminGate({ least: 'author' }), missing)
}
