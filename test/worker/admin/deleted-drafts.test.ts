/** Drafts go, and come back with everything that they had. */
import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exportFiles } from '../../../src/cli/export-files.ts'
import { runScheduled } from '../../../src/cron/scheduled.ts'
import { listAudit } from '../../../src/db/audit.ts'
import { insertRevision, listRevisions } from '../../../src/db/drafts.ts'
import { insertPreviewLink } from '../../../src/db/preview-links.ts'
import { countRecordUses } from '../../../src/db/record-uses.ts'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { hashPreviewToken } from '../../../src/newsroom/preview-token.ts'
import { adminHref } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db, EDITORS, hireEditors, NOON_MS } from './desk.ts'

beforeAll(hireEditors)

let id = 0
let number = 0
let slug = ''

/** A draft of the author with two revisions, a topic and a photo. */
beforeEach(async () => {
  number += 1
  slug = `draft-to-be-deleted-${number}`
  const form = { kind: 'notice', titleZh: '', titleEn: `Draft to be deleted ${number}` }
  const made = await ask(adminHref.articles(), { as: EDITORS.author, form })
  id = Number(/articles\/(\d+)/.exec(made.headers.get('location') ?? '')?.[1])
  const fields = {
    slug,
    topics: 'startups',
    'zh.title': `待刪文稿${number}`,
    'en.title': form.titleEn,
    'zh.body': '![](photo:towers)\n\n內文。',
  }
  expect((await ask(adminHref.article(id), { form: articleForm(1, fields) })).status).toBe(303)
})

const remove = (as: string = EDITORS.editor, version = 2) =>
  ask(adminHref.deletion(id), { as, form: { version: String(version) } })

const recover = (as: string = EDITORS.editor) => ask(adminHref.recovery(id), { as, form: {} })

const photoUses = async () =>
  (
    await env.DB.prepare('SELECT count(*) AS uses FROM photo_draft_use WHERE photo_key = ? AND article_id = ?')
      .bind('towers', id)
      .first<{ uses: number }>()
  )?.uses

const topicUses = async () => (await countRecordUses(db, 'topic')).get('startups') ?? 0

const textOf = async (path: string, as: string = EDITORS.editor) => (await ask(path, { as })).text()

describe('the question', () => {
  test('says what goes and what stays', async () => {
    const html = await textOf(adminHref.deletion(id))
    expect(html).toContain('2 revisions, the newest saved by editor@example.org')
    expect(html).toContain(`Its address “${slug}” becomes free`)
    expect(html).toContain('1 photo no longer counts')
    expect(html).toContain('Nothing clears it away by itself')
    expect(html).toContain('name="version" value="2"')
    expect((await findWorkingCopy(db, id))?.copy.version).toBe(2)
  })

  test('is linked from the form of a draft, for whom it is open', async () => {
    const link = `href="${adminHref.deletion(id)}"`
    expect(await textOf(adminHref.article(id))).toContain(link)
    expect(await textOf(adminHref.article(id), EDITORS.author)).toContain(link)
    const others = await createDraft('Begun by an editor')
    const html = await textOf(adminHref.article(others), EDITORS.author)
    expect(html).not.toContain(adminHref.deletion(others))
  })
})

describe('who may delete a draft', () => {
  test('its author and editors may, another author may not', async () => {
    const others = await createDraft('Begun by an editor too')
    const asked = await ask(adminHref.deletion(others), { as: EDITORS.author })
    expect(asked.status).toBe(403)
    expect(await asked.text()).toContain('editor@example.org began this draft')
    const form = { version: '1' }
    expect((await ask(adminHref.deletion(others), { as: EDITORS.author, form })).status).toBe(403)
    expect(await findWorkingCopy(db, others)).not.toBeNull()
    expect((await remove(EDITORS.author)).status).toBe(303)
    expect((await ask(adminHref.deletion(others), { form })).status).toBe(303)
    expect((await ask(adminHref.recovery(others), { as: EDITORS.author, form: {} })).status).toBe(403)
    const html = await textOf(adminHref.deletedDrafts(), EDITORS.author)
    expect(html).toContain(`action="${adminHref.recovery(id)}"`)
    expect(html).not.toContain(`action="${adminHref.recovery(others)}"`)
    expect((await recover(EDITORS.author)).status).toBe(303)
  })

  test('nobody may delete what is or was public, or is scheduled', async () => {
    const form = { version: '2', acts: '0', act: 'publish', when: 'schedule', at: '2027-01-01T08:00', editions: ['en'] }
    expect((await ask(adminHref.publication(id), { form })).status).toBe(303)
    expect(await textOf(adminHref.deletion(id))).toContain('cannot be deleted')
    expect((await remove()).status).toBe(409)
    expect((await ask(adminHref.cancellation(id), { form: { version: '2', acts: '1' } })).status).toBe(303)
    expect((await remove()).status).toBe(303)
    await recover()
    const now = { version: '2', acts: '4', act: 'publish', when: 'now', editions: ['en'] }
    expect((await ask(adminHref.publication(id), { form: now })).status).toBe(303)
    expect((await remove()).status).toBe(409)
    const withdraw = { version: '2', acts: '5', 'note.en': 'It was wrong.' }
    expect((await ask(adminHref.withdrawal(id), { form: withdraw })).status).toBe(303)
    expect((await remove()).status).toBe(409)
    expect((await findWorkingCopy(db, id))?.copy.id).toBe(id)
  })

  test('a draft that has changed meanwhile stays, and the editor is told', async () => {
    const response = await remove(EDITORS.editor, 1)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('has changed since you opened this page')
    expect((await remove()).status).toBe(303)
  })
})

describe('a deleted draft', () => {
  test('is found nowhere but in its list', async () => {
    await ask(adminHref.review(id), { form: { asked: 'yes' } })
    expect(await textOf(adminHref.home())).toContain(`Draft to be deleted ${number}`)
    expect((await remove()).headers.get('location')).toBe(adminHref.done(adminHref.deletedDrafts(), 'deleted'))
    for (const path of [
      adminHref.home(),
      adminHref.find(slug),
      adminHref.find(`待刪文稿${number}`),
      adminHref.find(''),
    ]) {
      const html = await textOf(path)
      expect(html).not.toContain(adminHref.article(id))
      expect(html).not.toContain(`<a href="${adminHref.publication(id)}`)
    }
    const pages = [adminHref.article, adminHref.publication, adminHref.revisions, adminHref.preview, adminHref.email]
    for (const page of [...pages, adminHref.deletion, adminHref.history, adminHref.conversion]) {
      expect([page(id), (await ask(page(id))).status]).toEqual([page(id), 404])
    }
    expect((await ask(adminHref.revision(id, 1))).status).toBe(404)
    expect((await ask(adminHref.comparison(id, 1, 2))).status).toBe(404)
    expect((await listRevisions(db, { articleId: id, page: 1 })).items).toEqual([])
    const html = await textOf(adminHref.deletedDrafts())
    expect(html).toContain(`Draft to be deleted ${number}`)
    expect(html).toContain('deleted by editor@example.org')
    expect(await textOf(adminHref.home())).toContain(`href="${adminHref.deletedDrafts()}"`)
  })

  test('is not exported', async () => {
    const files: string[] = []
    const all = async () => {
      files.length = 0
      await exportFiles(env, async (name) => void files.push(name))
      return files.some((name) => name.includes(slug) || name.includes('~'))
    }
    expect(await all()).toBe(true)
    await remove()
    expect(await all()).toBe(false)
  })

  test('can no longer be saved, published or reviewed', async () => {
    await remove()
    const form = articleForm(2, { slug })
    expect((await ask(adminHref.article(id), { form })).status).toBe(404)
    expect((await ask(adminHref.autosave(id), { form })).status).toBe(404)
    const publish = { version: '2', acts: '1', act: 'publish', when: 'now', editions: ['en'] }
    expect((await ask(adminHref.publication(id), { form: publish })).status).toBe(404)
    // An autosave that was under way when it was deleted.
    const content = {
      ...form,
      topics: [],
      contacts: [],
      boilerplates: [],
      datelineDate: '',
      overrides: [],
      written: {},
    }
    const saved = await insertRevision(db, {
      ...{
        articleId: id,
        baseVersion: 2,
        titles: {},
        slug: null,
        savedBy: 'x',
        note: '',
        autosaved: true,
        supersedes: true,
        entry: null,
      },
      content: { ...content, kind: 'notice', sourceEdition: 'zh-hant', slug },
      nowMs: NOON_MS,
    })
    expect(saved).toBe(false)
  })

  test('leaves its address, its photos and its records to others', async () => {
    const uses = await topicUses()
    expect(await photoUses()).toBe(1)
    await remove()
    expect(await photoUses()).toBe(0)
    expect(await topicUses()).toBe(uses - 1)
    const other = await createDraft(`Takes the address ${number}`)
    expect((await ask(adminHref.article(other), { form: articleForm(1, { slug }) })).status).toBe(303)
  })

  test('opens no more for journalists, at once', async () => {
    const token = `token-of-draft-${number}`
    const entry = { atMs: NOON_MS, actor: 'x', action: 'preview-link-made', subject: slug, articleId: id } as const
    const row = { articleId: id, reader: 'Paper', createdBy: 'x', expiresAtMs: NOON_MS + 3_600_000 }
    await insertPreviewLink(db, { ...row, tokenHash: await hashPreviewToken(token) }, entry)
    expect(await textOf(adminHref.deletion(id))).toContain('1 press preview link stops working')
    const open = async () => (await ask(adminHref.journalistPreview(token), { as: null })).status
    const before = await open()
    expect(before).not.toBe(404)
    await remove()
    expect(await open()).toBe(404)
    await recover()
    expect(await open()).toBe(before)
  })

  test('is kept by the cron, however old', async () => {
    await remove()
    const laterMs = NOON_MS + 400 * 24 * 3_600_000
    expect((await runScheduled(db, { purge: async () => undefined, nowMs: laterMs })).failed).toBe(0)
    expect(await textOf(adminHref.deletedDrafts())).toContain(`Draft to be deleted ${number}`)
  })

  test('is named in the log, with the way to its list', async () => {
    await remove()
    const [line] = (await listAudit(db, { articleId: id })).items
    expect(line).toMatchObject({ action: 'draft-deleted', actor: EDITORS.editor, subject: slug })
    const html = await textOf(adminHref.audit({ article: String(id) }))
    expect(html).toContain(`href="${adminHref.deletedDrafts()}"`)
    expect(html).not.toContain(`href="${adminHref.article(id)}"`)
    await recover()
    expect((await listAudit(db, { articleId: id })).items[0]).toMatchObject({ action: 'draft-restored' })
  })
})

describe('a restored draft', () => {
  test('has everything that it had', async () => {
    const before = await findWorkingCopy(db, id)
    const revisions = await listRevisions(db, { articleId: id, page: 1 })
    const uses = await topicUses()
    await remove()
    const restored = await recover()
    expect(restored.headers.get('location')).toBe(adminHref.done(adminHref.article(id), 'draft-restored'))
    const after = await findWorkingCopy(db, id)
    expect({ ...after?.copy, acts: 0 }).toEqual({ ...before?.copy, acts: 0 })
    expect(await listRevisions(db, { articleId: id, page: 1 })).toEqual(revisions)
    expect(await photoUses()).toBe(1)
    expect(await topicUses()).toBe(uses)
    expect(await textOf(adminHref.find(slug))).toContain(adminHref.article(id))
    expect((await recover()).status).toBe(404)
  })

  test('gets a new address where another article has taken its own, and can be saved at once', async () => {
    await remove()
    const other = await createDraft(`Has the address now ${number}`)
    await ask(adminHref.article(other), { form: articleForm(1, { slug }) })
    const restored = await recover()
    expect(restored.headers.get('location')).toBe(adminHref.done(adminHref.article(id), 'draft-moved'))
    const copy = (await findWorkingCopy(db, id))?.copy
    expect(copy?.slug).toBe(`${slug}-2`)
    expect(copy?.content.slug).toBe(`${slug}-2`)
    expect(await textOf(adminHref.done(adminHref.article(id), 'draft-moved'))).toContain('it has got a new one')
    const form = articleForm(copy?.version ?? 0, { slug: `${slug}-2` })
    expect((await ask(adminHref.article(id), { form })).status).toBe(303)
    expect((await findWorkingCopy(db, other))?.copy.slug).toBe(slug)
  })

  test('refuses what was decided before it was deleted', async () => {
    const decided = { version: '2', acts: '0', act: 'publish', when: 'now', editions: ['en'] }
    await remove()
    await recover()
    expect((await ask(adminHref.publication(id), { form: decided })).status).toBe(409)
    expect((await findWorkingCopy(db, id))?.copy.editions).toEqual([])
  })
})
