/**
 * The hot loop: one pass over a stretch of text, leftmost-longest, into a buffer of UTF-16 units. Everything that needs
 * thought (quotation marks, surnames, characters outside the BMP) is flagged SPECIAL and goes to `resolveSpecial`; a unit
 * whose phrases are still packed is looked at again when they are not.
 */
import type { ChineseEdition } from '../edition/editions.ts'
import { characterResult, type Lexicon, PACKED, SPECIAL, STARTS } from './lexicon.ts'
import { edgeOf, edgeSlot, pairBit, STRONG } from './phrase-trie.ts'
import type { QuoteTracker } from './quotes.ts'
import type { TermIndex } from './terms.ts'

/** Units that are collected before they become a string. */
const BUFFER_UNITS = 16384
const HEADROOM_UNITS = 256
/** No described character is longer; the limit keeps a text of nothing but description characters linear. */
const DESCRIPTION_UNITS_MAX = 64

/** What a scan needs besides the text. */
export interface ScanContext {
  to: ChineseEdition
  lexicon: Lexicon
  quotes: QuoteTracker | undefined
  vocabulary: TermIndex | undefined
  /** The Traditional form of a surname, or undefined where the character is none. */
  surnames: ((index: number) => string | undefined) | undefined
}

/**
 * The longest phrase that starts at `index` and ends by `end`, as 32 × trie node + length in units; 0 for none. A phrase
 * gives way to a strong word that begins with its last unit: 能干|预 is 能 + 干预.
 */
export function phraseAt(lexicon: Lexicon, text: string, index: number, end: number): number {
  unpackAt(lexicon, text, index)
  return mayStart(lexicon, text, index, end) ? knownPhraseAt(lexicon, text, index, end) : 0
}

function unpackAt({ units, unpack }: Lexicon, text: string, index: number): void {
  const unit = text.charCodeAt(index)
  if (((units[unit] ?? 0) & PACKED) !== 0) unpack(unit)
}

function knownPhraseAt(lexicon: Lexicon, text: string, index: number, end: number): number {
  const best = longestAt(lexicon, text, index, end, 0)
  if (best === 0) return 0
  const last = index + (best & 31) - 1
  if (lexicon.strongStarts[text.charCodeAt(last)] === 0) return best
  unpackAt(lexicon, text, last)
  if (longestAt(lexicon, text, last, end, STRONG) === 0) return best
  return longestAt(lexicon, text, index, last, 0)
}

/** Whether a phrase may start with the two units at `index`: never wrong when it says no. */
function mayStart({ ids, pairs }: Lexicon, text: string, index: number, end: number): boolean {
  if (index + 1 >= end) return false
  const first = ids[text.charCodeAt(index)] ?? 0
  const second = ids[text.charCodeAt(index + 1)] ?? 0
  if (first === 0 || second === 0) return false
  const bit = pairBit(first, second)
  return ((pairs[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
}

/** The longest phrase whose layer has the flag; flag 0 takes them all. */
function longestAt(lexicon: Lexicon, text: string, index: number, end: number, flag: number): number {
  const { ids, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt } = lexicon
  let node = ids[text.charCodeAt(index)] ?? 0
  let best = 0
  if (node === 0) return 0
  for (let at = index + 1; at < end; at++) {
    const id = ids[text.charCodeAt(at)] ?? 0
    if (id === 0) return best
    const edge = edgeOf(node, id)
    let slot = edgeSlot(edge, edgeMask)
    let key = edgeKeys[slot]
    while (key !== edge && key !== 0) {
      slot = (slot + 1) & edgeMask
      key = edgeKeys[slot]
    }
    if (key === 0) return best
    node = edgeNodes[slot] ?? 0
    if (valueAt[node] !== 0 && ((layerAt[node] ?? 0) & flag) === flag) best = node * 32 + (at + 1 - index)
  }
  return best
}

export class Output {
  private readonly buffer: Uint16Array
  private text = ''

  /** `units` is about how much text will come: a title needs no large buffer. */
  constructor(units: number) {
    this.buffer = new Uint16Array(Math.min(BUFFER_UNITS, units + 2 * HEADROOM_UNITS))
  }

  /** Converts `text` from `start` to `end` and appends the result. */
  scan(context: ScanContext, text: string, start: number, end: number): void {
    const { lexicon, vocabulary, quotes } = context
    const { units, valueAt, values } = lexicon
    const { buffer } = this
    const room = buffer.length - HEADROOM_UNITS
    let filled = 0
    let index = start
    while (index < end) {
      if (filled > room) {
        this.text += fromUnits(buffer, filled)
        filled = 0
      }
      const unit = text.charCodeAt(index)
      const entry = units[unit] ?? 0
      if ((entry & STARTS) !== 0 && vocabulary === undefined && mayStart(lexicon, text, index, end)) {
        const found = knownPhraseAt(lexicon, text, index, end)
        if (found !== 0) {
          const value = valueAt[found >> 5] ?? 0
          const valueEnd = (value >> 5) + (value & 31)
          for (let at = value >> 5; at < valueEnd; at++) buffer[filled++] = values[at] ?? 0
          index += found & 31
          continue
        }
      }
      if (vocabulary !== undefined) {
        const word = wordAt(context, text, index, end)
        if (word) {
          this.text += fromUnits(buffer, filled) + word.to
          filled = 0
          index += word.units
          continue
        }
      }
      if ((entry & (SPECIAL | PACKED)) === 0) {
        buffer[filled++] = unit + entry
        index++
        continue
      }
      if ((entry & PACKED) !== 0) {
        lexicon.unpack(unit)
        continue
      }
      if (quotes && isQuotationMark(unit)) {
        buffer[filled++] = quotes.at(index).charCodeAt(0)
        index++
        continue
      }
      const special = resolveSpecial(context, text, index, end)
      index += special.units
      if (special.to.length === 1 && !isSurrogate(special.to.charCodeAt(0))) {
        buffer[filled++] = special.to.charCodeAt(0)
        continue
      }
      this.text += fromUnits(buffer, filled) + special.to
      filled = 0
    }
    this.text += fromUnits(buffer, filled)
  }

  append(text: string): void {
    this.text += text
  }

  take(): string {
    return this.text
  }
}

interface Word {
  to: string
  units: number
  source: 'vocabulary' | 'phrase'
  /** Trie node of a phrase, else 0. */
  node: number
  rule: string
}

/** The longer of dictionary phrase and vocabulary term; a term beats a phrase of its own length. */
export function wordAt(context: ScanContext, text: string, index: number, end: number): Word | undefined {
  const { lexicon, vocabulary } = context
  const found = phraseAt(lexicon, text, index, end)
  const term = vocabulary?.longestAt(text, index, end)
  if (term && term.from.length >= (found & 31)) {
    return { to: term.to, units: term.from.length, source: 'vocabulary', node: 0, rule: term.rule }
  }
  if (found === 0) return undefined
  return { to: phraseResult(lexicon, found >> 5), units: found & 31, source: 'phrase', node: found >> 5, rule: '' }
}

/** The result of the phrase that ends at a trie node. */
export function phraseResult({ valueAt, values }: Lexicon, node: number): string {
  const value = valueAt[node] ?? 0
  const end = (value >> 5) + (value & 31)
  let result = ''
  for (let at = value >> 5; at < end; at++) result += String.fromCharCode(values[at] ?? 0)
  return result
}

export interface Special {
  to: string
  units: number
  kind: 'quote' | 'surname' | 'character' | 'description'
}

/** What a unit with the flag SPECIAL becomes. */
export function resolveSpecial(context: ScanContext, text: string, index: number, end: number): Special {
  const { lexicon, quotes, surnames } = context
  const unit = text.charCodeAt(index)
  if (quotes && isQuotationMark(unit)) {
    return { to: quotes.at(index), units: 1, kind: 'quote' }
  }
  if (unit >= 0x2ff0 && unit <= 0x2fff) {
    const units = Math.max(1, describedEnd(text, index, end) - index)
    return { to: text.slice(index, index + units), units, kind: 'description' }
  }
  const code = unit >= 0xd800 && unit <= 0xdbff && index + 1 < end ? (text.codePointAt(index) ?? unit) : unit
  const surname = surnames?.(index)
  if (surname !== undefined) return { to: surname, units: 1, kind: 'surname' }
  return { to: characterResult(lexicon, code), units: code > 0xffff ? 2 : 1, kind: 'character' }
}

/** End of an ideographic description sequence (⿰亻尔), whose parts are not words, or 0 if there is none. */
function describedEnd(text: string, index: number, end: number): number {
  let wanted = 1
  let at = index
  while (wanted > 0) {
    if (at >= end || at - index > DESCRIPTION_UNITS_MAX) return 0
    const unit = text.charCodeAt(at)
    if (unit >= 0x2ff0 && unit <= 0x2fff) wanted += unit === 0x2ff2 || unit === 0x2ff3 ? 2 : 1
    else wanted--
    at += unit >= 0xd800 && unit <= 0xdbff && at + 1 < end ? 2 : 1
  }
  return at
}

/** 「」『』, “”‘’ and their vertical forms; each becomes one unit. */
function isQuotationMark(unit: number): boolean {
  return (unit >= 0x300c && unit <= 0x300f) || (unit >= 0x2018 && unit <= 0x201d) || (unit >= 0xfe41 && unit <= 0xfe44)
}

function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800
}

/** Below this, calling the decoder costs more than it saves. */
const DECODED_UNITS_MIN = 48
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true, fatal: false })

/**
 * The buffer's units as a string. The decoder takes a seventh of the time of String.fromCharCode, but would replace lone
 * surrogates: those never come into the buffer. Typed arrays are little-endian wherever this runs.
 */
function fromUnits(buffer: Uint16Array, count: number): string {
  if (count === 0) return ''
  const units = buffer.subarray(0, count)
  return count < DECODED_UNITS_MIN ? Reflect.apply(String.fromCharCode, undefined, units) : decoder.decode(units)
}
