/** Pictures for places where an article is shared: drawn by an editor's browser, checked and stored here. */
import {
  inspectSharePicture,
  SHARE_PICTURE_TYPES,
  type SharePictureProblem,
  type SharePictureState,
  sharePictureKey,
} from '../article/share-picture.ts'
import type { Db } from '../db/client.ts'
import { findSlugOf, putSharePicture, type SharePictureSides } from '../db/share-pictures.ts'
import { EDITION_KEYS, type Edition } from '../edition/editions.ts'
import { type PurgePort, purgeQueued } from './purge.ts'

export interface SharePictureUpload {
  articleId: number
  edition: Edition
  /** The headline that the picture shows. */
  title: string
  bytes: Uint8Array
  by: string
  purge: PurgePort
  nowMs: number
}

export type SharePictureAnswer = { ok: true } | { ok: false; problem: SharePictureProblem | 'no-article' }

/** Stores the picture of an edition in place of the one before. Believes neither its name nor its type. */
export async function storeSharePicture(
  db: Db,
  { MEDIA }: { MEDIA: R2Bucket },
  { articleId, edition, title, bytes, by, purge, nowMs }: SharePictureUpload,
): Promise<SharePictureAnswer> {
  const found = inspectSharePicture(bytes)
  if (!found.ok) return found
  const slug = await findSlugOf(db, articleId)
  if (slug === null) return { ok: false, problem: 'no-article' }
  const { content, type } = found
  const digest = await crypto.subtle.digest('SHA-256', content)
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const httpMetadata = { contentType: SHARE_PICTURE_TYPES[type].mediaType }
  await MEDIA.put(sharePictureKey({ articleId, edition, sha256 }), content, { sha256: digest, httpMetadata })
  const entry = { atMs: nowMs, actor: by, action: 'share-picture-stored', subject: slug, articleId } as const
  const row = { articleId, edition, sha256, bytes: content.length, type, madeForTitle: title, storedAtMs: nowMs }
  const tags = [`a:${articleId}`]
  const { formerSha256, purgeId } = await putSharePicture(db, row, {
    entry: { ...entry, detail: { editions: [edition] } },
    tags,
  })
  if (formerSha256 && formerSha256 !== sha256) {
    await MEDIA.delete(sharePictureKey({ articleId, edition, sha256: formerSha256 }))
  }
  await purgeQueued(db, purge, { id: purgeId, tags })
  return { ok: true }
}

/** The picture of one edition as it stands, and the headline that it has to show. */
export interface SharePictureStatus {
  edition: Edition
  state: SharePictureState
  title: string
  siteName: string
}

/**
 * What there is and what there should be: the published headline where there is one, else that of the working copy, so
 * that the picture is there when the edition becomes public. Withdrawn editions and those without a headline have none.
 */
export function sharePictureStatuses(
  { stored, pictures, site }: SharePictureSides,
  draftTitles: Partial<Record<Edition, string>>,
): readonly SharePictureStatus[] {
  return EDITION_KEYS.flatMap((edition) => {
    const row = stored.find((one) => one.edition === edition)
    const title = row ? row.title : draftTitles[edition]
    if (!title || row?.state === 'withdrawn') return []
    const picture = pictures.find((one) => one.edition === edition)
    const state = !picture ? 'missing' : picture.madeForTitle === title ? 'drawn' : 'outdated'
    return [{ edition, state, title, siteName: site[edition].name }]
  })
}
