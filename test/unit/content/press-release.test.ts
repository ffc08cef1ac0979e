import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { EditionContent } from '../../../src/article/content.ts'
import { displayPhone } from '../../../src/article/phone.ts'
import type { Boilerplate, Contact, Words } from '../../../src/article/site-records.ts'
import { DEMONSTRATION_FOLDER, readContentFolder } from '../../../src/cli/content-folder.ts'
import { blocksOf, firstDifference } from './plain-text.ts'

const SLUG = 'cyberport-welcomes-innovation-and-technology-blueprint'

interface Reasoned {
  count: number
  reasons: Words
}
interface EditsFile {
  source: string
  edits: (Reasoned & { from: string; to: string })[]
  moved: (Reasoned & { text: string })[]
  dropped: (Reasoned & { text: string })[]
}

const edits: EditsFile = parse(readFileSync(path.join(DEMONSTRATION_FOLDER, SLUG, 'edits.yaml'), 'utf8'))
const source = readFileSync(path.join(import.meta.dirname, '../../..', edits.source), 'utf8')
const { site, articles } = readContentFolder(DEMONSTRATION_FOLDER)
const found = articles.find(({ content }) => content.slug === SLUG)
if (!found) throw new Error(`${SLUG} is not among the demonstration articles`)
const release = found.content
const written = { 'zh-hant': release.written['zh-hant'], en: release.written.en }
if (!written['zh-hant'] || !written.en) throw new Error(`${SLUG} needs both written editions`)
const zhHant = written['zh-hant']
const english = written.en

const contacts = release.contacts.map((key) => byKey(site.records.contacts, key))
const boilerplates = release.boilerplates.map((key) => byKey(site.records.boilerplates, key))

function byKey<T extends { key: string }>(records: readonly T[], key: string): T {
  const record = records.find((candidate) => candidate.key === key)
  if (!record) throw new Error(`site.yaml has no ${key}`)
  return record
}

/** Everything of one edition that the release itself says, in reading order. The summary and related links are ours. */
function inReadingOrder(edition: 'zh-hant' | 'en', words: EditionContent, dateline: string): string[] {
  return [
    words.label,
    words.title,
    words.subtitle,
    dateline,
    ...blocksOf(words.body),
    ...words.downloads.flatMap(({ label, url, caption }) => [label, url, caption]),
    ...contacts.flatMap((contact: Contact) => [
      contact.organisations[edition],
      contact.names[edition],
      displayPhone(contact.phone),
      contact.email,
    ]),
    ...boilerplates.flatMap((boilerplate: Boilerplate) => [
      boilerplate.headings[edition],
      ...blocksOf(boilerplate.bodies[edition]),
      boilerplate.url,
    ]),
  ]
}

const withoutSpaces = (text: string) => text.replace(/\s/gu, '')
const onlyHan = (text: string) => text.replace(/\P{Script=Han}/gu, '')

/** The source as it was published: edits applied, and what the page says otherwise taken away. */
function editedSource(): string {
  let text = withoutSpaces(source)
  const change = (from: string, to: string, count: number) => {
    expect(text.split(withoutSpaces(from)).length - 1, `how often the source has ${from}`).toBe(count)
    text = text.replaceAll(withoutSpaces(from), withoutSpaces(to))
  }
  for (const { from, to, count } of edits.edits) change(from, to, count)
  for (const { text: gone, count } of [...edits.moved, ...edits.dropped]) change(gone, '', count)
  return text
}

function publishedText(): string {
  const [year, month, day] = release.datelineDate.split('-').map(Number)
  return withoutSpaces(inReadingOrder('zh-hant', zhHant, `${zhHant.place}，${year}年${month}月${day}日`).join(''))
}

describe('the press release of 22 December 2022, in Traditional Chinese', () => {
  it('has every Han character of the source once, in order', () => {
    const expected = onlyHan(editedSource())
    expect(expected.length).toBeGreaterThan(2200)
    expect(firstDifference(expected, onlyHan(publishedText()))).toBe('')
  })

  it('has every other character of the source too: digits, punctuation, addresses', () => {
    expect(firstDifference(editedSource(), publishedText())).toBe('')
  })

  it('says why each edit was made, in both languages', () => {
    for (const edit of [...edits.edits, ...edits.moved, ...edits.dropped]) {
      expect(edit.reasons['zh-hant'], JSON.stringify(edit)).toMatch(/。$/)
      expect(edit.reasons.en, JSON.stringify(edit)).toMatch(/\.$/)
    }
  })

  it('has a structure: label, headlines, dateline, speaker, four headings, download, contacts, boilerplate', () => {
    expect(zhHant).toMatchObject({
      label: '即時發布',
      title: '數碼港歡迎「香港創新科技發展藍圖」',
      subtitle: '四大方向八大策略推動香港成國際創新科技中心',
      place: '香港',
    })
    expect(release.datelineDate).toBe('2022-12-22')
    expect(found.publishedAtMs).toBe(Date.UTC(2022, 11, 22, 4))
    expect(zhHant.body.match(/^## .*/gm)).toEqual([
      '## 完善創科生態圈　推進「新型工業化」',
      '## 壯大創科人才庫　增強發展動能',
      '## 推動數字經濟發展　建設智慧香港',
      '## 積極融入國家發展大局　做好連通內地與世界橋樑',
    ])
    expect(zhHant.body).toContain('\n> **數碼港主席陳細明**表示：\n>\n> 「『香港創新科技發展藍圖』為')
    expect(zhHant.downloads).toHaveLength(1)
    expect(contacts).toHaveLength(2)
    expect(boilerplates).toHaveLength(1)
  })

  it('breaks no sentence and no word: every block is one line that ends as a sentence ends', () => {
    const blocks = zhHant.body.split('\n\n').filter((block) => !block.startsWith('#'))
    for (const block of blocks) {
      if (!block.startsWith('>')) expect(block).not.toContain('\n')
      expect(block).toMatch(/(。|。」)$/)
    }
    for (const word of ['生活質素', '「藍圖」', '虛擬銀行', '合作備忘錄', '關鍵期']) expect(zhHant.body).toContain(word)
  })

  it('has no stray form of the source', () => {
    expect(publishedText()).not.toMatch(/[爲内托︰﹑]/)
  })
})

describe('the press release of 22 December 2022, in English', () => {
  const text = inReadingOrder('en', english, `${english.place}, 22 December 2022`).join('\n')

  it('has the same structure', () => {
    expect(english.label).toBe('For immediate release')
    expect(english.place).toBe('Hong Kong')
    expect(english.body.match(/^## /gm)).toHaveLength(4)
    expect(english.body).toContain('\n> **Simon Chan, Chairman of Cyberport**, said:\n>\n> “')
    expect(english.body.split('\n\n')).toHaveLength(zhHant.body.split('\n\n').length)
    expect(english.downloads.map(({ url }) => url)).toEqual(zhHant.downloads.map(({ url }) => url))
  })

  it('has the caption of the photographs as the chairman says it in the quotation', () => {
    const [download] = english.downloads
    const quoted = download?.caption.match(/“(.*)”/)?.[1] ?? 'no caption'
    expect(english.body).toContain(quoted)
  })

  it('stays short enough for its page: 1,650 words', () => {
    expect(text.split(/\s+/).length).toBeLessThan(1650)
  })
})

/** How English writes the numbers whose digits differ from the source's, and those that the source spells out. */
const SPELT: [source: string, inEnglish: string][] = [
  ['17億港元', 'HK$1.7 billion'],
  ['四大方向', 'four broad directions'],
  ['八大策略', 'eight major strategies'],
  ['六大科技範疇', 'six areas of technology'],
  ['兩間獲發牌的虛擬銀行', 'two licensed virtual banks'],
  ['三間持牌虛擬保險公司', 'three licensed virtual insurers'],
  ['一間持牌虛擬資產交易平台', 'one licensed virtual asset trading platform'],
  ['三間金融科技獨角獸', 'three fintech unicorns'],
  ['數十家', 'Dozens'],
]

describe('the facts of the press release', () => {
  const chinese = publishedText()
  const inEnglish = inReadingOrder('en', english, '22 December 2022').join('\n')
  const numbers = (text: string) => text.match(/(?<![\d.])\d[\d,:]*\d|\b\d\b/g) ?? []
  const facts = numbers(source.slice(0, source.indexOf('###')) + source.slice(source.indexOf('關於數碼港')))

  it('are as many in the source as a careful reader counts', () => {
    expect(facts).toEqual(
      [
        '2022',
        '12',
        '22',
        '1,900',
        '23',
        '17',
        '1:9',
        '2025',
        '1,100',
        '820',
        '2,300',
        '167',
        '8,800',
        '400',
        '770',
      ].concat(['1,900', '800', '1,000']),
    )
  })

  it.each([...new Set(facts)])('have %s as often as the source does, in both languages', (number) => {
    const times = facts.filter((fact) => fact === number).length
    const exact = (text: string) => numbers(text).filter((candidate) => candidate === number).length
    expect(exact(chinese)).toBe(times)
    if (number !== '17' && number !== '12') expect(exact(inEnglish)).toBe(times)
  })

  it.each(SPELT)('say %s as “%s”', (words, translation) => {
    expect(withoutSpaces(source)).toContain(words)
    expect(inEnglish).toContain(translation)
  })

  it('give contacts exactly: names, phone numbers, e-mail addresses, website', () => {
    expect(contacts.map(({ phone, email }) => [phone, displayPhone(phone), email])).toEqual([
      ['+85231663993', '+852 3166 3993', 'karenkwokky@cyberport.hk'],
      ['+85228644889', '+852 2864 4889', 'rodman.chan@a-world.com.hk'],
    ])
    for (const { phone, email } of contacts) {
      expect(withoutSpaces(source)).toContain(`（852）${phone.slice('+852'.length)}`)
      expect(source).toContain(email)
    }
    for (const { url } of [...zhHant.downloads, ...boilerplates]) expect(source).toContain(url)
  })
})
