/** The way of an article to the public, as editors walk it. */
import { expect } from 'vitest'
import { findWorkingCopy } from '../../../src/db/working-copy.ts'
import { EDITION_KEYS, type Edition } from '../../../src/edition/editions.ts'
import { adminHref, href } from '../../../src/routes.ts'
import { articleForm, ask, createDraft, db } from './desk.ts'

/** A saved draft with text in both written editions; gives its id and address. */
export async function written(slug: string, fields: Record<string, string> = {}): Promise<number> {
  const id = await createDraft(slug.replaceAll('-', ' '))
  const saved = await ask(adminHref.article(id), { form: articleForm(1, { slug, ...fields }) })
  expect(saved.status).toBe(303)
  return id
}

export async function decided(id: number): Promise<{ version: string; acts: string }> {
  const found = await findWorkingCopy(db, id)
  return { version: String(found?.copy.version), acts: String(found?.copy.acts) }
}

export async function publish(id: number, fields: Record<string, string | readonly string[]> = {}, more = {}) {
  const form = {
    ...(await decided(id)),
    act: 'publish',
    editions: [...EDITION_KEYS],
    when: 'now',
    address: 'words',
    ...fields,
  }
  return ask(adminHref.publication(id), { form, ...more })
}

export function read(edition: Edition, slug: string): Promise<Response> {
  return ask(href.article({ edition, images: true }, slug), { as: null })
}
