import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import type { EditionContent } from '../../../src/article/content.ts'
import { DEMONSTRATION_FOLDER, readContentFolder } from '../../../src/cli/content-folder.ts'
import { blocksOf } from './plain-text.ts'

const { site, articles } = readContentFolder(DEMONSTRATION_FOLDER)
const { records } = site

const SUMMARY_CHARACTERS_MAX = 160

interface Sample {
  name: string
  edition: 'zh-hant' | 'en'
  words: EditionContent
}

const samples: Sample[] = articles.flatMap(({ content }) =>
  (['zh-hant', 'en'] as const).flatMap((edition) => {
    const words = content.written[edition]
    return words ? [{ name: `${content.slug} (${edition})`, edition, words }] : []
  }),
)
const inChinese = samples.filter(({ edition }) => edition === 'zh-hant')
const inEnglish = samples.filter(({ edition }) => edition === 'en')

/** Site records as one more sample of each language. */
function recordTexts(edition: 'zh-hant' | 'en'): string[] {
  return [
    records.notices[edition],
    ...records.topics.flatMap(({ names, descriptions }) => [names[edition], descriptions[edition]]),
    ...records.contacts.flatMap((contact) => [
      contact.organisations[edition],
      contact.names[edition],
      contact.roles[edition],
    ]),
    ...records.boilerplates.flatMap(({ headings, bodies }) => [headings[edition], ...blocksOf(bodies[edition])]),
  ]
}

/** Code and phrases marked as another language, which keep their own spelling, become one letter. */
const withoutForeign = (markdown: string) => markdown.replace(/\[[^\]]*\]\(lang:[^)]*\)|`[^`]*`/g, 'x')

/** Every text that a reader of this edition sees, but for addresses. */
function proseOf({ words }: Sample): string[] {
  return [
    ...[words.label, words.title, words.subtitle, words.summary, words.place],
    ...blocksOf(withoutForeign(words.body)),
    ...words.downloads.flatMap(({ label, caption }) => [label, caption]),
    ...words.facts.flatMap(({ term, detail }) => [term, detail]),
    ...words.related.map(({ label }) => label),
  ].filter((text) => text !== '')
}

function linksOf({ words }: Sample): { label: string; url: string }[] {
  const inBody = [...words.body.matchAll(/\[([^\]]*)\]\(([^)]*)\)/g)].map(([, label = '', url = '']) => ({
    label,
    url,
  }))
  return [...inBody.filter(({ url }) => !url.startsWith('lang:')), ...words.downloads, ...words.related]
}

describe.each(articles.map(({ content, publishedAtMs }) => ({ slug: content.slug, content, publishedAtMs })))(
  '$slug',
  ({ content, publishedAtMs }) => {
    it('is written in both languages, with title and a summary that fits a search result', () => {
      for (const words of [content.written['zh-hant'], content.written.en]) {
        expect(words?.title).toBeTruthy()
        expect(words?.summary).toBeTruthy()
        expect(Array.from(words?.summary ?? '').length).toBeLessThanOrEqual(SUMMARY_CHARACTERS_MAX)
      }
    })

    it('has a topic and a moment of publication', () => {
      expect(content.topics.length).toBeGreaterThan(0)
      const isRelease = content.kind === 'press-release'
      const [from, to] = isRelease ? ['2022-12-22', '2022-12-23'] : ['2026-09-01', '2026-11-21']
      expect(publishedAtMs).toBeGreaterThanOrEqual(Date.parse(`${from}T00:00:00+08:00`))
      expect(publishedAtMs).toBeLessThan(Date.parse(`${to}T00:00:00+08:00`))
    })

    it('is as short as a notice should be', () => {
      if (content.kind !== 'notice') return
      const han = content.written['zh-hant']?.body.match(/\p{Script=Han}/gu)?.length
      const words = content.written.en?.body.split(/\s+/).length
      expect(han).toBeGreaterThanOrEqual(150)
      expect(han).toBeLessThanOrEqual(350)
      expect(words).toBeGreaterThanOrEqual(100)
      expect(words).toBeLessThanOrEqual(230)
    })

    it('has the same shape and the same links in both languages', () => {
      const [chinese, english] = ['zh-hant', 'en'].map((edition) =>
        samples.find(({ name }) => name === `${content.slug} (${edition})`),
      )
      if (!chinese || !english) throw new Error(`${content.slug} needs both written editions`)
      const shape = ({ words }: Sample) =>
        words.body.split('\n').map((line) => /^(#+ |- |> ?)/.exec(line)?.[0] ?? (line === '' ? '' : 'text'))
      expect(shape(english)).toEqual(shape(chinese))
      const targets = (sample: Sample) => linksOf(sample).map(({ url }) => url.replace(/^\/(zh-hant|en)\//, '/…/'))
      expect(targets(english)).toEqual(targets(chinese))
      expect(english.words.facts.length).toBe(chinese.words.facts.length)
    })

    it('overrides only what it says', () => {
      const boilerplates = records.boilerplates.filter(({ key }) => content.boilerplates.includes(key))
      const text = JSON.stringify([content.written[content.sourceEdition], boilerplates])
      for (const { from, note } of content.overrides) {
        expect(text).toContain(from)
        expect(note).toBeTruthy()
      }
    })
  },
)

describe.each(samples)('$name', (sample) => {
  const { words, edition } = sample

  it('has links that say where they go, within this edition, to pages that there are', () => {
    for (const { label, url } of linksOf(sample)) {
      expect(label, url).not.toMatch(/按此|點擊|這裏|這裡|此處|詳情$|^更多|click|\bhere\b|^(read )?more$/i)
      expect(label.length, url).toBeGreaterThanOrEqual(3)
      if (!url.startsWith('/')) continue
      expect(pages(edition), label).toContain(url)
    }
  })

  it('has headings that never skip a level', () => {
    let level = 1
    for (const [marks] of words.body.matchAll(/^#+(?= )/gm)) {
      expect(marks.length).toBeGreaterThan(1)
      expect(marks.length).toBeLessThanOrEqual(level + 1)
      level = marks.length
    }
  })

  it('marks languages only by tags of the editions', () => {
    for (const [, tag] of words.body.matchAll(/\(lang:([^)]*)\)/g)) expect(['zh-HK', 'zh-CN', 'en']).toContain(tag)
  })
})

/** Every address of this site that an article may link to. */
function pages(edition: string): string[] {
  const feeds = ['feed.xml', 'atom.xml', 'feed.json']
  const paths = [
    ...['', '?images=0', 'about', 'contact', 'accessibility', 'saved', 'search', ...feeds],
    ...records.topics.flatMap(({ key }) =>
      ['', ...feeds.map((feed) => `/${feed}`)].map((end) => `topics/${key}${end}`),
    ),
    ...articles.map(({ content }) => `news/${content.slug}`),
  ]
  return paths.map((path) => `/${edition}/${path}`)
}

describe('the Chinese of the demonstration', () => {
  const texts = [
    ...inChinese.flatMap((sample) => proseOf(sample).map((text) => [sample.name, text] as const)),
    ...recordTexts('zh-hant').map((text) => ['site.yaml', text] as const),
  ]
  const toTraditional = Converter({ from: 'cn', to: 't' })
  /** Characters of both scripts that single-character conversion would change. */
  const ALSO_TRADITIONAL = new Set('群后里干台布周松致余范沈于准只出合回向征據托系卷采志舍升占佔鍾郁游')

  it.each(texts)('%s: %s', (_name, text) => {
    const simplified = Array.from(text).filter((one) => toTraditional(one) !== one && !ALSO_TRADITIONAL.has(one))
    expect(simplified, 'characters of the Simplified script').toEqual([])
    expect(text, 'forms that Hong Kong does not use').not.toMatch(/[爲内説閲税脱産啓衆裡峯羣麪牀綫僞︰﹑﹐﹔]/)
    expect(text, 'half-width punctuation beside Han').not.toMatch(
      /\p{Script=Han}[,.:;?!()/"']|[,;?!()/"']\p{Script=Han}/u,
    )
    expect(text, 'a space typed beside Han').not.toMatch(
      /[\p{Script=Han}，。、；：「」（）] | [\p{Script=Han}，。、；：「」（）]/u,
    )
    expect(text, 'straight or curly quotation marks').not.toMatch(/["'“”‘’]/)
    expect(text, 'an English passage that is not marked').not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i)
  })

  it('has ideographic spaces only between the two parts of a heading', () => {
    for (const { words } of inChinese) {
      for (const line of words.body.split('\n')) {
        if (line.includes('\u3000')) expect(line).toMatch(/^## [^\u3000]{4,}\u3000[^\u3000]{4,}$/)
      }
    }
  })
})

describe('the English of the demonstration', () => {
  const texts = [
    ...inEnglish.flatMap((sample) => proseOf(sample).map((text) => [sample.name, text] as const)),
    ...recordTexts('en').map((text) => ['site.yaml', text] as const),
  ]

  it.each(texts)('%s: %s', (_name, text) => {
    expect(text, 'Chinese that is not marked').not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u)
    expect(text, 'straight quotation marks').not.toMatch(/["']/)
    expect(text, 'two spaces').not.toMatch(/ {2}/)
    expect(text, 'American spelling').not.toMatch(/\b(center|organiz|color\b|defense\b|fulfill\b)/i)
  })
})

describe('the records of the demonstration site', () => {
  it('say that this is a demonstration', () => {
    expect(records.notices['zh-hant']).toContain('示範')
    expect(records.notices.en).toContain('demonstration')
  })

  it('have topics, each with at least one article, a name and one sentence in both languages', () => {
    for (const { key, names, descriptions } of records.topics) {
      expect(articles.filter(({ content }) => content.topics.includes(key)).length, key).toBeGreaterThan(0)
      expect(names).toMatchObject({ 'zh-hant': expect.stringMatching(/./), en: expect.stringMatching(/./) })
      expect(descriptions['zh-hant']).toMatch(/^[^。]+。$/)
      expect(descriptions.en).toMatch(/^[^.]+\.$/)
    }
  })

  it('have a glossary of words that the demonstration uses, each with its reason', () => {
    const text = JSON.stringify([records, inChinese.map(({ words }) => words)])
    for (const { from, note } of records.glossary) {
      expect(text).toContain(from)
      expect(note).toBeTruthy()
    }
  })

  it('have six to ten short articles beside the release, no two published at the same moment', () => {
    expect(articles.filter(({ content }) => content.kind === 'notice').length).toBeGreaterThanOrEqual(6)
    expect(articles.filter(({ content }) => content.kind === 'notice').length).toBeLessThanOrEqual(10)
    expect(new Set(articles.map(({ publishedAtMs }) => publishedAtMs)).size).toBe(articles.length)
  })
})
