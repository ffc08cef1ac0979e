/**
 * Flattens an OpenCC chain into one table: every phrase that any stage knows gets the result of the whole chain, and
 * phrases that change nothing are dropped.
 */
import { type Chain, runChain, Stage } from './chain.ts'
import type { Dictionary, OpenccSource } from './opencc-source.ts'

/** Phrases and characters of one direction, each with its final result. Characters that stay as they are are absent. */
export interface FlatTable {
  characters: Map<string, string>
  phrases: Map<string, string>
  compatibility: Dictionary
}

export type Target = 'zh-hans' | 'zh-hant'

export function openccChain(source: OpenccSource, to: Target): Chain {
  const normalise = new Stage([source.compatibilityIdeographs])
  if (to === 'zh-hans') {
    return {
      normalise,
      segmentation: new Stage([source.tsPhrases]),
      stages: [
        new Stage([source.hkVariantsRevPhrases, source.hkVariantsRev]),
        new Stage([source.tsPhrases, source.tsCharacters]),
      ],
    }
  }
  return {
    normalise,
    segmentation: new Stage([source.stPhrases, source.stPhrasesRegional]),
    stages: [
      new Stage([source.stPhrases, source.stPhrasesRegional, source.stCharacters]),
      new Stage([source.hkVariantsPhrases, source.hkVariants]),
    ],
  }
}

/** OpenCC alone, flattened: `hk2s` or `s2hk`. */
export function flattenOpencc(source: OpenccSource, to: Target): FlatTable {
  const chain = openccChain(source, to)
  const characters = new Map<string, string>()
  for (const character of singleCharacters(source)) {
    const result = runChain(chain, character)
    if (result !== character) characters.set(character, result)
  }
  const phrases = new Map<string, string>()
  for (const key of phraseKeys(source, to)) phrases.set(key, runChain(chain, key))
  return { characters, phrases, compatibility: source.compatibilityIdeographs }
}

/** Every character that any dictionary of the source knows. */
function singleCharacters(source: OpenccSource): Set<string> {
  const characters = new Set<string>()
  for (const dictionary of [
    source.stCharacters,
    source.tsCharacters,
    source.hkVariants,
    source.hkVariantsRev,
    source.compatibilityIdeographs,
  ]) {
    for (const [from, to] of dictionary) {
      characters.add(from)
      characters.add(to)
    }
  }
  return characters
}

/** Keys of the first stage as they are; keys of the second stage in the spellings that the first stage turns into them. */
function phraseKeys(source: OpenccSource, to: Target): Set<string> {
  const keys = new Set<string>()
  if (to === 'zh-hans') {
    for (const key of source.hkVariantsRevPhrases.keys()) keys.add(key)
    const before = invert(source.hkVariantsRev)
    for (const key of source.tsPhrases.keys()) for (const spelling of spellings(key, before)) keys.add(spelling)
    return keys
  }
  for (const key of source.stPhrases.keys()) keys.add(key)
  for (const key of source.stPhrasesRegional.keys()) keys.add(key)
  const before = invert(source.stCharacters)
  for (const key of source.hkVariantsPhrases.keys()) {
    keys.add(key)
    keys.add([...key].map((character) => source.tsCharacters.get(character) ?? character).join(''))
    for (const spelling of spellings(key, before)) keys.add(spelling)
  }
  return keys
}

function invert(dictionary: Dictionary): Map<string, string[]> {
  const inverse = new Map<string, string[]>()
  for (const [from, to] of dictionary) inverse.set(to, [...(inverse.get(to) ?? []), from])
  return inverse
}

/** A key with more spellings than this is long, and a text that mixes its scripts so freely is not worth the room. */
const SPELLINGS_MAX = 64

function spellings(key: string, before: ReadonlyMap<string, readonly string[]>): string[] {
  let found = ['']
  for (const character of key) {
    const choices = [character, ...(before.get(character) ?? [])]
    if (found.length * choices.length > SPELLINGS_MAX) return [key]
    found = found.flatMap((start) => choices.map((choice) => start + choice))
  }
  return found
}

/**
 * Adds what only OpenCC's second stage knows and its first stage cuts: where a phrase of the first stage begins inside such
 * a phrase and ends behind it, both together become one phrase with the result of the chain.
 */
export function completeOverlaps(table: FlatTable, chain: Chain): FlatTable {
  const phrases = new Map(table.phrases)
  const byStart = new Map<string, string[]>()
  for (const key of chain.segmentation.rows.keys()) {
    const keys = byStart.get(key.slice(0, 1))
    if (keys) keys.push(key)
    else byStart.set(key.slice(0, 1), [key])
  }
  for (const key of table.phrases.keys()) {
    if (chain.segmentation.rows.has(key)) continue
    for (let start = 1; start < key.length; start++) {
      for (const other of byStart.get(key.charAt(start)) ?? []) {
        const shared = key.slice(start)
        if (other.length <= shared.length || !other.startsWith(shared)) continue
        const both = key.slice(0, start) + other
        if (!phrases.has(both) && chain.segmentation.segment(both).at(-1) === other) {
          phrases.set(both, runChain(chain, both))
        }
      }
    }
  }
  return { ...table, phrases }
}

/**
 * Drops phrases that make no difference. A phrase stays if the shorter phrases and the characters do not give its result
 * by themselves, or if it stands in the way of one that would give another result: in ABC the word AB hides BC. Phrases in
 * `needed` stay in any case.
 */
export function dropRedundant(table: FlatTable, needed: ReadonlySet<string> = new Set()): FlatTable {
  const kept = new Lookup(table.characters)
  const byLength = [...table.phrases].sort(([a], [b]) => a.length - b.length)
  let waiting = byLength.filter(([key, result]) => {
    if (kept.convert(key) === result && !needed.has(key)) return true
    kept.add(key, result)
    return false
  })
  for (let found = true; found; ) {
    const wanted = waiting.filter(([key, result]) => kept.convert(key) !== result || kept.isHidden(key, result))
    for (const [key, result] of wanted) kept.add(key, result)
    waiting = waiting.filter(([key]) => !kept.phrases.has(key))
    found = wanted.length > 0
  }
  return { ...table, phrases: kept.phrases }
}

class Lookup {
  readonly phrases = new Map<string, string>()
  private readonly keysByPrefix = new Map<string, string[]>()
  private readonly characters: Dictionary
  private lengthMax = 1

  constructor(characters: Dictionary) {
    this.characters = characters
  }

  add(key: string, result: string): void {
    this.phrases.set(key, result)
    this.lengthMax = Math.max(this.lengthMax, key.length)
    for (let end = 1; end < key.length; end++) {
      const prefix = key.slice(0, end)
      const keys = this.keysByPrefix.get(prefix)
      if (keys) keys.push(key)
      else this.keysByPrefix.set(prefix, [key])
    }
  }

  convert(text: string): string {
    let out = ''
    for (let index = 0; index < text.length; ) {
      let length = Math.min(this.lengthMax, text.length - index)
      while (length > 1 && !this.phrases.has(text.slice(index, index + length))) length--
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0)
      const phrase = length > 1 ? this.phrases.get(text.slice(index, index + length)) : undefined
      out += phrase ?? this.characters.get(character) ?? character
      index += phrase === undefined ? character.length : length
    }
    return out
  }

  /** Whether a phrase that begins inside `key` and ends behind it would give something else than `key` does. */
  isHidden(key: string, result: string): boolean {
    for (let start = 1; start < key.length; start++) {
      const end = key.slice(start)
      for (const other of this.keysByPrefix.get(end) ?? []) {
        const separately = result.slice(result.length - end.length) + this.convert(other.slice(end.length))
        if (this.phrases.get(other) !== separately) return true
      }
    }
    return false
  }
}
