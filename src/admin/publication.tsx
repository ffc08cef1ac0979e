import type { Context } from 'hono'
import type { ArticleContent } from '../article/content.ts'
import { hongKongMs } from '../article/invitation.ts'
import { photoKeysIn } from '../article/photo.ts'
import type { Act } from '../article/states.ts'
import { listPhotosByKey } from '../db/photos.ts'
import { findSharePictureSides } from '../db/share-pictures.ts'
import { type Choices, findSlugOwner, findWorkingCopy, type WorkingCopy } from '../db/working-copy.ts'
import { isoHongKong } from '../edition/dates.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { adminMessagesFor } from '../edition/messages/admin.ts'
import type { AppEnv } from '../env.ts'
import { purgePortOf } from '../http/purge-port.ts'
import { type ActAnswer, act, editionsFor } from '../newsroom/acts.ts'
import { type ChecklistRow, checklist, isBlocked } from '../newsroom/checklist.ts'
import { type Derivation, derivingOnce } from '../newsroom/derive.ts'
import { articleOf, renderedEditions } from '../newsroom/preview.ts'
import { wordsOf } from '../newsroom/publish.ts'
import { remembering } from '../newsroom/remembered.ts'
import { save } from '../newsroom/save.ts'
import { type SharePictureStatus, sharePictureStatuses } from '../newsroom/share-pictures.ts'
import type { PhotoChoice } from '../newsroom/shown-photos.ts'
import { siteConversion } from '../newsroom/site-derivation.ts'
import { adminHref } from '../routes.ts'
import type { FieldError } from '../ui/field.tsx'
import { announceAct } from './announced.ts'
import { missing } from './missing.tsx'
import { offered, type Wanted } from './offered.ts'
import { type PageBytes, pageBytes } from './page-bytes.tsx'
import { PublicationPage } from './publication-page.tsx'
import { adminFrame, formAll, formLine, numberParam } from './request.ts'

/** An article with all that decides about its publication. */
export interface Case {
  copy: WorkingCopy
  choices: Choices
  derivation: Derivation
  photos: PhotoChoice['photos']
  rows: readonly ChecklistRow[]
  sizes: readonly PageBytes[]
  /** Headlines of the editions that have words. */
  titles: Readonly<Partial<Record<Edition, string>>>
  pictures: readonly SharePictureStatus[]
}

/** An article with what an act needs; whether it is ready is another question. */
export type Matter = Pick<Case, 'copy' | 'choices' | 'derivation'>

/** Reads the article of the address; null when there is none. */
export async function findMatter(c: Context<AppEnv>): Promise<Matter | null> {
  const { db } = c.var
  const [found, conversion] = await Promise.all([findWorkingCopy(db, numberParam(c, 'id')), siteConversion(db)])
  if (!found) return null
  return { ...found, derivation: derivingOnce(conversion.derivation(found.copy.content)) }
}

/** The same with its checklist and its sizes. */
export async function findCase(c: Context<AppEnv>): Promise<Case | null> {
  const { db, origin, nowMs } = c.var
  const [matter, pictureSides] = await Promise.all([findMatter(c), findSharePictureSides(db, numberParam(c, 'id'))])
  if (!matter) return null
  const { id, content } = matter.copy
  const [photos, owner] = await Promise.all([
    listPhotosByKey(db, photoKeysIn(content)),
    findSlugOwner(db, content.slug),
  ])
  const slugTaken = owner !== null && owner !== id
  const examined = await examine({ ...matter, photos, slugTaken, origin, nowMs })
  return { ...matter, ...examined, photos, pictures: sharePictureStatuses(pictureSides, examined.titles) }
}

/** Below this many UTF-16 units in all editions the page of publication is fast enough without. */
const EXAMINED_AHEAD_UNITS = 20_000

/**
 * Works out what the page of publication will say of a long article when its text is saved: who saves waits for it a
 * twentieth of a second, or not at all when it is saved while typing, and who then wants to publish does not.
 */
export async function examineAhead(c: Context<AppEnv>, { written }: ArticleContent): Promise<void> {
  const units = EDITION_KEYS.reduce((sum, edition) => sum + (written[edition]?.body.length ?? 0), 0)
  if (units < EXAMINED_AHEAD_UNITS) return
  try {
    await findCase(c)
  } catch {
    // The text is saved all the same, and the page of publication asks again and says what is wrong.
  }
}

type Examined = Pick<Case, 'rows' | 'sizes' | 'titles'>

interface Examination extends Omit<Case, keyof Examined | 'pictures'> {
  slugTaken: boolean
  origin: string
  nowMs: number
}

/** Checks and measures every edition. Takes a twentieth of a second for the longest article, so it is not done twice. */
const examine = remembering(
  async ({ copy, choices, derivation, photos, slugTaken, origin, nowMs }: Examination): Promise<Examined> => {
    const { content } = copy
    const rendered = renderedEditions({ content, derivation, photos })
    const checked = rendered.map((one) => one.checked)
    const sizes: PageBytes[] = []
    for (const one of rendered) sizes.push(await pageBytes(articleOf(one, { content, choices, nowMs }), origin))
    const titles = Object.fromEntries(
      EDITION_KEYS.flatMap((edition) => {
        const words = wordsOf(edition, content, derivation)
        return words ? [[edition, words.title]] : []
      }),
    )
    return { rows: checklist({ copy, derivation, checked, slugTaken }), sizes, titles }
  },
  ({ copy, choices, derivation, photos, slugTaken, origin }) => [
    ...[copy.content, copy.version, copy.checked, choices, derivation.version],
    ...[photos, slugTaken, origin],
  ],
)

export async function publication(c: Context<AppEnv>) {
  const found = await findCase(c)
  return found ? show(c, found, { wanted: null, errors: [], status: 200 }) : missing(c)
}

/** Publishes, schedules, embargoes or updates the chosen editions. */
export async function changePublication(c: Context<AppEnv>) {
  const found = await findCase(c)
  if (!found) return missing(c)
  const form = await c.req.formData()
  const wanted = wantedOf(form)
  const { nowMs } = c.var
  const update = formLine(form, 'act') === 'update'
  const asked: Act | undefined = update ? { kind: 'update' } : actOf(wanted)
  if (!asked) return refuse(c, found, wanted, 'no-time')
  if (asked.kind === 'publish' && hasUnusedTime(wanted, found, nowMs)) return refuse(c, found, wanted, 'time-unused')
  const editions = update ? editionsFor(found.copy, 'update', nowMs) : wanted.editions
  // The button was there, so somebody has withdrawn them since.
  if (update && editions.length === 0) return refuse(c, found, wanted, 'moved')
  if (isBlocked(found.rows, editions)) return refuse(c, found, wanted, 'blocked')
  const decided = decidedOn(form, found.copy)
  const copy =
    asked.kind === 'embargo' && wanted.address === 'neutral' ? await withNeutralSlug(c, found, decided) : decided
  const answer = copy
    ? await perform(c, { ...found, copy }, asked, editions)
    : ({ ok: false, reason: 'moved' } as const)
  if (!answer.ok) return refuse(c, found, wanted, answer.reason)
  return c.redirect(adminHref.done(adminHref.publication(found.copy.id), asked.kind), 303)
}

/** What an editor chose and has not done yet. */
export async function publicationAsTyped(c: Context<AppEnv>) {
  const found = await findCase(c)
  if (!found) return missing(c)
  const form = await c.req.formData()
  const copy = decidedOn(form, found.copy)
  return show(c, { ...found, copy }, { wanted: wantedOf(form), errors: [], status: 200 })
}

/** Takes a schedule back. */
export async function cancelPublication(c: Context<AppEnv>) {
  const found = await findCase(c)
  if (!found) return missing(c)
  const copy = decidedOn(await c.req.formData(), found.copy)
  const editions = editionsFor(found.copy, 'cancel', c.var.nowMs)
  const answer = await perform(c, { ...found, copy }, { kind: 'cancel' }, editions)
  if (!answer.ok) return refuse(c, found, null, answer.reason === 'no-editions' ? 'not-scheduled' : answer.reason)
  return c.redirect(adminHref.done(adminHref.publication(found.copy.id), 'cancel'), 303)
}

/** Does an act as the signed-in editor, purges what it changed and has it announced. */
export async function perform(
  c: Context<AppEnv>,
  found: Matter,
  asked: Act,
  editions: readonly Edition[],
  words?: Record<Edition, string>,
): Promise<ActAnswer> {
  const { copy, choices, derivation } = found
  const { db, nowMs, editor } = c.var
  const shared = { copy, choices, derivation, by: editor.email, nowMs, purge: purgePortOf(c.executionCtx) }
  const answer = await act(db, { ...shared, act: asked, editions, ...(words ? { words } : {}) })
  if (answer.ok) announceAct(c, { copy, act: asked, editions })
  return answer
}

/** The article as it was when the editor decided: newer saves and acts then refuse the act. */
export function decidedOn(form: FormData, copy: WorkingCopy): WorkingCopy {
  return { ...copy, version: Number(formLine(form, 'version')) || 0, acts: Number(formLine(form, 'acts') || -1) }
}

function wantedOf(form: FormData): Wanted {
  const when = formLine(form, 'when')
  return {
    editions: EDITION_KEYS.filter((edition) => formAll(form, 'editions').includes(edition)),
    when: when === 'schedule' || when === 'embargo' ? when : 'now',
    at: formLine(form, 'at'),
    address: formLine(form, 'address') === 'words' ? 'words' : 'neutral',
  }
}

/** Somebody typed a time and left "now" chosen: one of the two is a slip, and what is public cannot be taken back. */
function hasUnusedTime({ at }: Wanted, { copy }: Case, nowMs: number): boolean {
  return at !== '' && at !== offered({ copy, nowMs }).at
}

function actOf({ when, at }: Wanted): Act | undefined {
  if (when === 'now') return { kind: 'publish' }
  const atMs = hongKongMs(at)
  if (atMs === null) return undefined
  return when === 'schedule' ? { kind: 'schedule', atMs } : { kind: 'embargo', untilMs: atMs }
}

/** Date and the article's number: an address that tells nothing of what it says, nor whether it invites or reports. */
export function neutralSlugOf({ id }: WorkingCopy, nowMs: number): string {
  return `${isoHongKong(nowMs).slice(0, 10)}-${id}`
}

/** Saves the neutral address as a revision of its own; undefined when somebody was faster. */
async function withNeutralSlug(
  c: Context<AppEnv>,
  { copy, derivation }: Case,
  decided: WorkingCopy,
): Promise<WorkingCopy | undefined> {
  const { db, nowMs, editor } = c.var
  const content = { ...copy.content, slug: neutralSlugOf(copy, nowMs) }
  if (content.slug === copy.content.slug) return decided
  const ids = { articleId: copy.id, baseVersion: decided.version }
  const answer = await save(db, { ...ids, content, savedBy: editor.email, derivation, nowMs })
  if (!answer.ok) return undefined
  const again = await findWorkingCopy(db, copy.id)
  return again ? { ...again.copy, acts: decided.acts } : undefined
}

type Refusal = Extract<ActAnswer, { ok: false }>['reason'] | 'no-time' | 'time-unused' | 'blocked'

const FIELDS_REFUSED: ReadonlyMap<Refusal, string> = new Map([
  ['no-time', 'at'],
  ['in-the-past', 'at'],
  ['time-unused', 'when'],
])

function refuse(c: Context<AppEnv>, found: Case, wanted: Wanted | null, reason: Refusal) {
  const message = adminMessagesFor(c.var.editor.language).publication.refusals[reason]
  const field = FIELDS_REFUSED.get(reason) ?? 'editions'
  const errors = [{ field, message }]
  return show(c, found, { wanted, errors, status: reason === 'moved' ? 409 : 422 })
}

function show(
  c: Context<AppEnv>,
  found: Case,
  { wanted, errors, status }: { wanted: Wanted | null; errors: readonly FieldError[]; status: 200 | 409 | 422 },
) {
  const { nowMs } = c.var
  const { copy } = found
  const neutral = neutralSlugOf(copy, nowMs)
  const page = { ...found, wanted, errors, nowMs, done: doneOf(c), neutral }
  return c.html(<PublicationPage frame={adminFrame(c, adminHref.publication(copy.id))} {...page} />, status)
}

function doneOf(c: Context<AppEnv>): string | undefined {
  const { publication: messages, article } = adminMessagesFor(c.var.editor.language)
  const { doneActs } = messages
  return new Map([
    ['publish', doneActs.published],
    ['schedule', doneActs.scheduled],
    ['embargo', doneActs.embargoed],
    ['update', doneActs.updated],
    ['correct', doneActs.corrected],
    ['cancel', doneActs.cancelled],
    ['withdraw', doneActs.withdrawn],
    ['approved', messages.approved],
    ['review-asked', article.reviewAsked],
    ['review-ended', article.reviewEnded],
  ]).get(c.req.query('done') ?? '')
}
