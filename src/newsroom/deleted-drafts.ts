/** What editors do to drafts that nobody needs, and to those that are needed after all. */
import { parseSlug, slugCharsMax } from '../article/slug.ts'
import type { Db } from '../db/client.ts'
import { type DeletedDraft, restoreDraft } from '../db/deleted-drafts.ts'
import { insertRevision } from '../db/drafts.ts'
import { findSlugOwner } from '../db/working-copy.ts'

/** Addresses that are tried for a draft whose own one has gone to another article. */
const SLUG_TRIES_MAX = 50

interface Restoring {
  by: string
  nowMs: number
}

/**
 * Restores a deleted draft with everything that it had; the address that it has now, or null when it is not deleted any
 * more. Where another article has taken its address, it gets a new one, which a revision of its own writes down.
 */
export async function restore(db: Db, draft: DeletedDraft, { by, nowMs }: Restoring): Promise<string | null> {
  const { id: articleId, content, titles, version } = draft
  for (let number = 1; number <= SLUG_TRIES_MAX; number++) {
    const slug = number === 1 ? draft.slug : numbered(draft.slug, number)
    if ((await findSlugOwner(db, slug)) !== null) continue
    const entry = { atMs: nowMs, actor: by, action: 'draft-restored', subject: slug, articleId } as const
    if (!(await restoreDraft(db, draft, slug, entry))) return null
    const owner = await findSlugOwner(db, content.slug)
    if (owner !== null && owner !== articleId) {
      const moved = { ...content, slug }
      const shared = { articleId, baseVersion: version, content: moved, titles, slug: null, entry: null, nowMs }
      await insertRevision(db, { ...shared, savedBy: by, note: '', autosaved: false, supersedes: false })
    }
    return slug
  }
  throw new Error(`restore: ${SLUG_TRIES_MAX} addresses like ${draft.slug} are taken`)
}

/** The same address with a number behind it, within the length that addresses may have. */
function numbered(slug: string, number: number): string {
  const made = `${slug.slice(0, slugCharsMax - 4)}-${number}`.replace(/-{2,}/g, '-')
  return parseSlug(made) ?? `draft-${number}`
}
