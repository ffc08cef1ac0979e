import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Target } from './flatten.ts'

/** One direction of the newsroom pack, read from `src/convert/pack/`. */
export interface NewsroomPack {
  /** Defaults of single characters. */
  characters: Map<string, string>
  /** Words with their results. */
  phrases: Map<string, string>
  /** Applied to what OpenCC's phrases give: their wording in another orthography. */
  rewrites: readonly (readonly [string, string])[]
  /** OpenCC phrases that do more harm than good. */
  dropped: readonly string[]
  /** Words to which a phrase gives way that ends with their first character. Simplified for `zh-hant`. */
  strong: readonly string[]
  vocabulary: Map<string, string>
}

const folder = path.join(import.meta.dirname, '../../convert/pack')

/**
 * Reads and checks a pack. `simplify` turns a Hong Kong word into the Simplified one: for `zh-hans` by OpenCC alone, for
 * `zh-hant` by the finished table, so that both directions agree on their words.
 * @throws with file and line of everything that cannot be read
 */
export function readPack(to: Target, simplify: (text: string) => string): NewsroomPack {
  const direction = to === 'zh-hans' ? 'to-hans' : 'to-hant'
  const pack: NewsroomPack = {
    characters: new Map(),
    phrases: new Map(),
    rewrites: [],
    dropped: [],
    strong: [],
    vocabulary: new Map(),
  }
  const problems: string[] = []
  const rewrites: [string, string][] = []
  const dropped: string[] = []
  const strong: string[] = []
  const addStrong = (word: string): string => {
    const from = to === 'zh-hant' ? simplify(word) : word
    if (!pack.phrases.has(from)) pack.phrases.set(from, to === 'zh-hant' ? word : simplify(word))
    return from
  }
  for (const { section, words, fail } of readSections(`newsroom-${direction}.txt`, problems)) {
    for (const word of words) {
      const arrow = word.split('→')
      const [from = '', result = ''] = arrow
      if (section === 'drop') dropped.push(word)
      else if (section === 'strong') strong.push(addStrong(word))
      else if (arrow.length === 2 && section === 'characters') pack.characters.set(from, result)
      else if (arrow.length === 2 && section === 'rewrite') rewrites.push([from, result])
      else if (arrow.length === 2) addPhrase(pack.phrases, from, result, fail)
      else if (arrow.length > 2) fail(`cannot read "${word}"`)
      else if (to === 'zh-hant') addPhrase(pack.phrases, simplify(word), word, fail)
      else addPhrase(pack.phrases, word, keep(section, word, simplify), fail)
    }
  }
  for (const { words, fail } of readSections(`vocabulary-${direction}.txt`, problems)) {
    for (const word of words) {
      const [from = '', result = ''] = word.split('→')
      if (result === '') fail(`cannot read "${word}"`)
      if (pack.vocabulary.has(from)) fail(`${from} stands twice`)
      pack.vocabulary.set(from, result)
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { ...pack, rewrites, dropped, strong }
}

function addPhrase(phrases: Map<string, string>, from: string, to: string, fail: (message: string) => void): void {
  const known = phrases.get(from)
  if (known !== undefined && known !== to) fail(`${from} already becomes ${known}, not ${to}`)
  phrases.set(from, to)
}

/** A word under `[keep 著]`: everything becomes Simplified but the characters that the section keeps. */
function keep(section: string, word: string, simplify: (text: string) => string): string {
  const kept = /^keep (.+)$/u.exec(section)?.[1] ?? ''
  const converted = [...simplify(word)]
  return [...word].map((character, index) => (kept.includes(character) ? character : converted[index])).join('')
}

interface Row {
  section: string
  words: readonly string[]
  fail: (message: string) => void
}

function* readSections(name: string, problems: string[]): Generator<Row> {
  let section = ''
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    const fail = (message: string): void => {
      problems.push(`src/convert/pack/${name}:${index + 1}: ${message}`)
    }
    const content = line.replace(/#.*/, '').trim()
    const heading = /^\[(.+)\]$/.exec(content)?.[1]
    if (heading !== undefined) section = heading
    else if (content !== '') yield { section, words: content.split(/\s+/), fail }
  }
}
