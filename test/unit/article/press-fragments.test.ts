import { describe, expect, test } from 'vitest'
import { checkEdition, compareEditions } from '../../../src/article/content-checks.ts'
import type { Finding } from '../../../src/article/finding.ts'
import type { BodyPhoto } from '../../../src/article/rendered-body.ts'
import { DEMONSTRATION_FOLDER, readContentFolder } from '../../../src/cli/content-folder.ts'
import { converterFromFiles } from '../../../src/cli/dictionaries.ts'
import { derivationFor } from '../../../src/newsroom/conversion.ts'
import { checkedEdition } from './checked-edition.ts'
import { CLEAN, FLAWED } from './press-fragments.ts'

const PHOTO: BodyPhoto = { src: '/a', width: 1, height: 1, alt: '' }
const photos = new Map([['undecided', PHOTO]])

function words({ edition, rule, params, excerpt }: Finding): string {
  return `${edition} ${rule === 'fact-missing' ? params.kind : rule}: ${excerpt}`
}

function told(zh: string, en: string): string[] {
  const [chinese, english] = [checkedEdition('zh-hant', zh, {}, photos), checkedEdition('en', en, {}, photos)]
  return [...checkEdition(chinese), ...checkEdition(english), ...compareEditions(chinese, english)].map(words)
}

const { markdown: simplified } = derivationFor(converterFromFiles(), { source: 'zh-hant', overrides: [] })

describe('passages without fault raise no alarm', () => {
  test.each(CLEAN.map(({ name, zh, en }) => [name, zh, en] as const))('%s', (_name, zh, en) => {
    expect(told(zh, en)).toEqual([])
    expect(told(simplified(zh), en)).toEqual([])
  })
})

test.each(
  readContentFolder(DEMONSTRATION_FOLDER).articles.map(({ content }) => [content.slug, content.written] as const),
)('the demonstration raises no alarm: %s', (_slug, written) => {
  const { 'zh-hant': zh, en } = written
  if (!zh || !en) throw new Error('every article of the demonstration has both')
  const [chinese, english] = [checkedEdition('zh-hant', zh.body, zh), checkedEdition('en', en.body, en)]
  const found = [...checkEdition(chinese), ...checkEdition(english), ...compareEditions(chinese, english)]
  expect(found.map(words)).toEqual([])
})

describe('faults of press releases are told', () => {
  test.each(FLAWED.map(({ name, zh, en, told: expected }) => [name, zh, en, expected] as const))(
    '%s',
    (_name, zh, en, expected) => {
      expect(told(zh, en).toSorted()).toEqual([...expected].toSorted())
    },
  )
})
