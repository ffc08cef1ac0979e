import { describe, expect, test } from 'vitest'
import { readPath, savedPath } from '../../../src/client/sw/paths.ts'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { ADMIN_PREFIX, href, type View } from '../../../src/routes.ts'

const read = (address: string) => readPath(new URL(address, 'https://news.example.org'))

describe.each(EDITION_KEYS)('the service worker and the routes agree in %s', (edition) => {
  test.each([true, false])('on articles and the saved list (images: %s)', (images) => {
    const view: View = { edition, images }
    expect(read(href.article(view, 'a-slug'))).toEqual({ edition, kind: 'article' })
    expect(read(href.saved(view))).toEqual({ edition, kind: 'saved' })
    expect(read(href.home(view, 2))).toEqual({ edition, kind: 'other' })
    expect(read(href.archive(view))).toEqual({ edition, kind: 'other' })
    expect(savedPath(edition)).toBe(href.saved({ edition, images: true }))
  })

  test('that text views and anything with another query are no articles', () => {
    const path = href.article({ edition, images: true }, 'a-slug')
    expect(read(href.articleText(edition, 'a-slug'))).toEqual({ edition, kind: 'other' })
    expect(read(`${path}?token=x`)).toEqual({ edition, kind: 'other' })
    expect(read(`${path}?images=0&token=x`)).toEqual({ edition, kind: 'other' })
  })
})

test('the service worker leaves the editors and the files of machines alone', () => {
  for (const path of [
    ADMIN_PREFIX,
    `${ADMIN_PREFIX}/en/news/a`,
    '/media/a',
    '/sitemap.xml',
    '/healthz',
    '/fr/news/a',
  ]) {
    expect(read(path)).toBeUndefined()
  }
  expect(read(href.root())).toEqual({ edition: '', kind: 'other' })
})
