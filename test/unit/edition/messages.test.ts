import { Converter } from 'opencc-js'
import { describe, expect, test } from 'vitest'
import { EDITION_KEYS } from '../../../src/edition/editions.ts'
import { messagesFor } from '../../../src/edition/messages/messages.ts'

/** Every string of a message table with its path; functions are called with sample values. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const sample = [['7'], ['8'], ['9']].slice(0, Math.max(1, value.length))
    return [[path, String(value(...sample))]]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`))
}

/** An independent judge of script: what it would still change is in the other script. */
const toSimplified = Converter({ from: 'hk', to: 'cn' })
const toTraditional = Converter({ from: 'cn', to: 'hk' })

describe.each(EDITION_KEYS)('%s', (edition) => {
  const all = strings(messagesFor(edition))

  test('has words for everything', () => {
    expect(all.length).toBeGreaterThan(100)
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('is written in its own script', () => {
    if (edition === 'en') expect(all.filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([])
    if (edition === 'zh-hans') expect(all.filter(([, text]) => toSimplified(text) !== text)).toEqual([])
    if (edition === 'zh-hant') {
      const simplifiedOnly = /[们这个国说时会来对发后里么关开网页无论语种设备读链问题没]/
      expect(all.filter(([, text]) => simplifiedOnly.test(text) && toTraditional(text) !== text)).toEqual([])
    }
  })

  test('is not left untranslated', () => {
    if (edition === 'en') return
    const sameOnPurpose = /^(RSS|Atom|JSON Feed|Markdown)$/
    expect(
      all.filter(([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{3}/i.test(text) && !sameOnPurpose.test(text)),
    ).toEqual([])
  })

  test('has no half-width punctuation and no typed spaces between Chinese characters', () => {
    if (edition === 'en') return
    expect(all.filter(([, text]) => /\p{Script=Han}[,;!?:]|\p{Script=Han} \p{Script=Han}/u.test(text))).toEqual([])
  })
})
