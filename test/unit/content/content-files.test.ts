import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ARTICLE_KINDS } from '../../../src/article/content.ts'
import { type ArticleFile, parseArticle, serialiseArticle } from '../../../src/cli/content-files.ts'
import { DEMONSTRATION_FOLDER, readArticleFiles } from '../../../src/cli/content-folder.ts'
import { parseEdition, serialiseEdition } from '../../../src/cli/edition-file.ts'
import { parseSite, type SiteFile, serialiseSite } from '../../../src/cli/site-file.ts'

const ARTICLE_YAML = `kind: notice
slug: a-notice
topics:
  - one
datelineDate: 2026-11-20
publishedAt: 2026-11-20T09:30:00+08:00
sourceEdition: zh-hant
`
const ZH_HANT = '---\ntitle: 標題\n---\n\n內文。\n'

function article(changes: Record<string, string | undefined> = {}): Map<string, string> {
  const files = { 'article.yaml': ARTICLE_YAML, 'zh-hant.md': ZH_HANT, ...changes }
  return new Map(Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])))
}

describe('the files of an article', () => {
  it('are read into its content, its moment of publication and the comment for editors of the file', () => {
    const { content, publishedAtMs, comment } = parseArticle(
      article({ 'article.yaml': `# Why this one.\n\n${ARTICLE_YAML}` }),
      'somewhere/a-notice',
    )
    expect(publishedAtMs).toBe(Date.UTC(2026, 10, 20, 1, 30))
    expect(comment).toBe(' Why this one.')
    expect(content).toMatchObject({ kind: 'notice', topics: ['one'], contacts: [], overrides: [] })
    expect(content.written['zh-hant']).toMatchObject({ title: '標題', summary: '', body: '內文。', facts: [] })
    expect(content.written.en).toBeUndefined()
  })

  it('may have Windows line ends', () => {
    const files = new Map([...article()].map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))
    expect(parseArticle(files, 'a-notice')).toEqual(parseArticle(article(), 'a-notice'))
  })

  it('may be those of a draft that has no title yet', () => {
    const draft = article({
      'article.yaml': ARTICLE_YAML.replace(/publishedAt.*\n/, ''),
      'zh-hant.md': '---\n---\n\n\n',
    })
    expect(parseArticle(draft, 'a-notice')).toMatchObject({ publishedAtMs: null })
  })

  const mistakes: [name: string, files: Map<string, string>, message: string | RegExp][] = [
    ['no article.yaml', article({ 'article.yaml': undefined }), 'x/a-notice/article.yaml:1: there is no such file'],
    ['no words', article({ 'zh-hant.md': undefined }), 'x/a-notice/zh-hant.md:1: there is no such file'],
    [
      'a misspelt field',
      article({ 'zh-hant.md': '---\ntitle: 標題\nsumary: 摘要\n---\n\n內文。\n' }),
      /^x\/a-notice\/zh-hant\.md:3: sumary: no such field; there are label, title,/,
    ],
    [
      'an unknown kind',
      article({ 'article.yaml': ARTICLE_YAML.replace('notice', 'news') }),
      'x/a-notice/article.yaml:1: kind: "news" is not one of press-release, speech, notice, media-invitation',
    ],
    [
      'a number for a text',
      article({ 'zh-hant.md': '---\ntitle: 標題\nfacts:\n  - term: 間數\n    detail: 1900\n---\n\n' }),
      "x/a-notice/zh-hant.md:5: facts[0].detail: put it in quotation marks: '1900'",
    ],
    [
      'a list that is none',
      article({ 'article.yaml': ARTICLE_YAML.replace('topics:\n  - one', 'topics: one') }),
      'x/a-notice/article.yaml:3: topics: write a list here, each entry on its own line after "- "',
    ],
    [
      'a day that does not exist',
      article({ 'article.yaml': ARTICLE_YAML.replace('2026-11-20\n', '2026-02-30\n') }),
      'x/a-notice/article.yaml:5: datelineDate: there is no 2026-02-30',
    ],
    [
      'a moment that does not exist',
      article({ 'article.yaml': ARTICLE_YAML.replace('2026-11-20T', '2026-02-30T') }),
      'x/a-notice/article.yaml:6: publishedAt: there is no 2026-02-30T09:30:00+08:00',
    ],
    [
      'a time of another zone',
      article({ 'article.yaml': ARTICLE_YAML.replace('+08:00', 'Z') }),
      /article\.yaml:6: publishedAt: .* is not a Hong Kong time/,
    ],
    [
      'a folder with another name',
      article({ 'article.yaml': ARTICLE_YAML.replace('a-notice', 'the-notice') }),
      'x/a-notice/article.yaml:1: slug: name the folder "the-notice" too',
    ],
    [
      'a file for the derived edition',
      article({ 'zh-hans.md': ZH_HANT }),
      'x/a-notice/zh-hans.md:1: this edition is derived from zh-hant: take the file away',
    ],
    [
      'a script for an address',
      article({ 'zh-hant.md': '---\ntitle: 標題\nrelated:\n  - label: 連結\n    url: javascript:alert(1)\n---\n\n' }),
      /^x\/a-notice\/zh-hant\.md:5: related\[0\]\.url: "javascript:alert\(1\)" is not an address/,
    ],
    [
      'no front matter',
      article({ 'zh-hant.md': '內文。\n' }),
      'x/a-notice/zh-hant.md:1: begin with a line "---", then the fields, then another line "---"',
    ],
    [
      'broken YAML',
      article({ 'zh-hant.md': '---\ntitle: 標題\nsummary: "摘要\n---\n\n內文。\n' }),
      /^x\/a-notice\/zh-hant\.md:\d: Missing closing "quote/,
    ],
    [
      'a field written twice',
      article({ 'zh-hant.md': '---\ntitle: 標題\ntitle: 標題\n---\n\n內文。\n' }),
      /^x\/a-notice\/zh-hant\.md:3: Map keys must be unique/,
    ],
    ['a published article without a title', article({ 'zh-hant.md': '---\n---\n\n內文。\n' }), /needs one$/],
  ]
  it.each(mistakes)('tell the writer about %s', (_name, files, message) => {
    expect(() => parseArticle(files, 'x/a-notice')).toThrow(message)
  })
})

describe('site.yaml', () => {
  it.each([
    [
      'a topic written twice',
      'topics:\n  - &a\n    key: a\n    names: {}\n    descriptions: {}\n  - *a\n',
      /x:\d+: topics/,
    ],
    [
      'a phone number without its country',
      'contacts:\n  - key: a\n    organisations: {}\n    names: {}\n    roles: {}\n    phone: "31663993"\n',
      /^x:7: contacts\[0\]\.phone: "31663993" is not a phone number/,
    ],
  ])('tells the writer about %s', (_name, yaml, message) => {
    expect(() => parseSite(`notices: {}\n${yaml}`, 'x')).toThrow(message)
  })
})

describe('every file of the demonstration', () => {
  const slugs = readdirSync(DEMONSTRATION_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())

  it.each(slugs.map(({ name }) => name))('%s is written exactly as export would write it', (slug) => {
    const folder = path.join(DEMONSTRATION_FOLDER, slug)
    const files = readArticleFiles(folder)
    expect(Object.fromEntries(serialiseArticle(parseArticle(files, folder)))).toEqual(Object.fromEntries(files))
  })

  it('site.yaml is written exactly as export would write it', () => {
    const text = readFileSync(path.join(DEMONSTRATION_FOLDER, 'site.yaml'), 'utf8')
    expect(serialiseSite(parseSite(text, 'site.yaml'))).toBe(text)
  })
})

/** Whatever an editor may type or paste, the characters of YAML and Markdown most of all. Line ends are LF. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '數碼港',
          '「',
          '---',
          '\n',
          ' ',
          ':',
          ': ',
          '#',
          ' #',
          '- ',
          "'",
          '"',
          '|',
          '>',
          '&a',
          '*a',
          '!',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '',
      'null',
      '~',
      'true',
      '1.0',
      '2022-12-22',
      '+85231663993',
      '{}',
      '[]',
      '\t',
      '\u0000',
      '\u0085\u2028',
    ),
  )
  .map((text) => text.replaceAll('\r\n', '\n'))
const url = fc.constantFrom('https://example.org/', '/zh-hant/about', 'mailto:a@example.org', 'tel:+85212345678')
const slug = fc.constantFrom('a', 'a-notice', '2026-11-20-x')
const edition = fc.record({
  label: anyText,
  title: anyText.filter((text) => text !== ''),
  subtitle: anyText,
  summary: anyText,
  place: anyText,
  body: anyText,
  downloads: fc.array(fc.record({ label: anyText, url, caption: anyText }), { maxLength: 2 }),
  facts: fc.array(fc.record({ term: anyText, detail: anyText }), { maxLength: 2 }),
  related: fc.array(fc.record({ label: anyText, url }), { maxLength: 2 }),
})
const anyArticle: fc.Arbitrary<ArticleFile> = fc.record({
  content: fc.record({
    kind: fc.constantFrom(...ARTICLE_KINDS),
    slug,
    topics: fc.array(anyText, { maxLength: 3 }),
    contacts: fc.array(anyText, { maxLength: 3 }),
    boilerplates: fc.array(anyText, { maxLength: 3 }),
    datelineDate: fc.constantFrom('', '2024-02-29', '1997-07-01'),
    sourceEdition: fc.constant('zh-hant' as const),
    written: fc.oneof(fc.record({ 'zh-hant': edition }), fc.record({ 'zh-hant': edition, en: edition })),
    overrides: fc.array(fc.record({ from: anyText, to: anyText, note: anyText }), { maxLength: 2 }),
  }),
  publishedAtMs: fc.option(fc.integer({ min: 0, max: 4e12 })),
  comment: fc.constantFrom('', ' One line.', ' Two\n lines.'),
})
const words = fc.record({ 'zh-hant': anyText, en: anyText })
const anySite: fc.Arbitrary<SiteFile> = fc.record({
  records: fc.record({
    notices: words,
    topics: fc.array(fc.record({ key: slug, names: words, descriptions: words }), { maxLength: 1 }),
    contacts: fc.array(
      fc.record({
        key: slug,
        organisations: words,
        names: words,
        roles: words,
        phone: fc.constantFrom('', '+85231663993'),
        email: fc.constantFrom('', 'a@example.org'),
      }),
      { maxLength: 1 },
    ),
    glossary: fc.array(fc.record({ from: anyText, to: anyText, note: anyText }), { maxLength: 2 }),
    boilerplates: fc.array(fc.record({ key: slug, headings: words, bodies: words, url }), { maxLength: 1 }),
  }),
  comment: fc.constantFrom('', ' One line.'),
})

describe('writing and reading back', () => {
  const run = { seed: 20221222, numRuns: 400 }

  it('gives the same article, whatever editors typed', () => {
    fc.assert(
      fc.property(anyArticle, (before) => {
        expect(parseArticle(serialiseArticle(before), before.content.slug)).toEqual(before)
      }),
      run,
    )
  })

  it('gives the same words of an edition, and the same file again', () => {
    fc.assert(
      fc.property(edition, (before) => {
        const text = serialiseEdition(before)
        expect(parseEdition(text, 'en.md')).toEqual(before)
        expect(serialiseEdition(parseEdition(text, 'en.md'))).toBe(text)
      }),
      run,
    )
  })

  it('gives the same site records', () => {
    fc.assert(
      fc.property(anySite, (before) => {
        expect(parseSite(serialiseSite(before), 'site.yaml')).toEqual(before)
      }),
      run,
    )
  })
})
