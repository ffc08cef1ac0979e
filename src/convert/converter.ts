import type { ChineseEdition } from '../edition/editions.ts'
import { type Claim, claimTerms, mergeClaims } from './claims.ts'
import { characterResult, type Lexicon, loadLexicon } from './lexicon.ts'
import type { ConvertOptions, Run } from './options.ts'
import { protectedClaims } from './protect.ts'
import { CORNER_MARKS, CURLY_MARKS, cornersToCurly, curlyToCorners } from './quotes.ts'
import { cutResult } from './runs.ts'
import { Output, type ScanContext } from './scan.ts'
import { SURNAMES, surnameReader } from './surnames.ts'
import { TermIndex } from './terms.ts'
import { type Trace, traceText, unchangedTrace } from './trace.ts'
import { ENGINE_VERSION, fingerprint } from './version.ts'
import { readVocabulary, type Vocabulary } from './vocabulary.ts'

/** The packed dictionaries, as `npm run build:dictionary` writes them. */
export interface PackedTables {
  toHans: Uint8Array
  toHant: Uint8Array
  /** The optional words of both directions. */
  vocabulary: string
}

export interface Converter {
  /** Converts a text. Code, addresses and markup stay; whitespace and everything that is not Chinese stays. */
  convert(text: string, options: ConvertOptions): string
  /** Converts like `convert` and says for every stretch who decided and how sure it is. About a tenth of the speed. */
  trace(text: string, options: ConvertOptions): Trace
  /**
   * Converts neighbouring inline pieces of one paragraph as one text, so that a word may begin in one piece and end in
   * the next (**數碼**港). Protected pieces are copied. Gives exactly as many pieces as it got.
   */
  convertRuns(runs: readonly Run[], options: ConvertOptions): string[]
  /** Traces what `convertRuns` does; positions count in the pieces' texts put together. */
  traceRuns(runs: readonly Run[], options: ConvertOptions): Trace
  /** A hash of everything that decides results: engine, dictionary, pack, glossary and switches; not the overrides. */
  version(options: ConvertOptions): string
}

/** Makes a converter. A direction's table is loaded when it is first used (about 2 ms and 3 ms) and then kept. */
export function createConverter(tables: PackedTables): Converter {
  const directions = new Map<ChineseEdition, Direction>()
  const directionTo = (to: ChineseEdition): Direction => {
    const known = directions.get(to)
    if (known) return known
    const made = makeDirection(tables, to)
    directions.set(to, made)
    return made
  }
  const prepare = (text: string, options: ConvertOptions, fixed: readonly Claim[]) => {
    const direction = directionTo(options.to)
    return { claims: collectClaims(direction, text, options, fixed), context: scanContext(direction, text, options) }
  }
  const traceRuns = (runs: readonly Run[], options: ConvertOptions): Trace => {
    const text = runs.map((run) => run.text).join('')
    if (options.from === options.to) return unchangedTrace(text)
    const { claims, context } = prepare(text, options, protectedRuns(runs))
    return traceText(context, text, claims)
  }
  return {
    convert(text, options) {
      if (options.from === options.to) return text
      const { claims, context } = prepare(text, options, [])
      const output = new Output(text.length)
      let index = 0
      for (const claim of claims) {
        output.scan(context, text, index, claim.start)
        output.append(claim.to)
        index = claim.end
      }
      output.scan(context, text, index, text.length)
      return output.take()
    },
    trace: (text, options) => traceRuns([{ text }], options),
    traceRuns,
    version({ from, to, glossary, vocabulary, quotes }) {
      const direction = directionTo(to)
      const table = direction.lexicon.header + (vocabulary ? direction.vocabulary().fingerprint : '')
      const switches = `${from} ${to} ${vocabulary ?? false} ${quotes ?? 'mainland'}`
      return fingerprint([`${ENGINE_VERSION}`, table, switches, glossary?.fingerprint ?? ''])
    },
    convertRuns(runs, options) {
      let end = 0
      const cuts = runs.map((run) => (end += run.text.length))
      return cutResult(traceRuns(runs, options), cuts)
    },
  }
}

/** Protected runs as claims. */
function protectedRuns(runs: readonly Run[]): Claim[] {
  const claims: Claim[] = []
  let start = 0
  for (const { text, protected: isProtected } of runs) {
    const end = start + text.length
    if (isProtected && end > start) claims.push({ start, end, to: text, layer: 'protected', rule: 'run' })
    start = end
  }
  return claims
}

interface Direction {
  to: ChineseEdition
  lexicon: Lexicon
  /** Made when first asked for: most conversions go without. */
  vocabulary: () => Vocabulary
  /** Made once for a list of names: one list decides about every text of many articles. */
  namesIndex: (names: readonly string[]) => TermIndex
}

function makeDirection(tables: PackedTables, to: ChineseEdition): Direction {
  const packed = to === 'zh-hans' ? tables.toHans : tables.toHant
  const special = to === 'zh-hans' ? CORNER_MARKS : CURLY_MARKS + Object.keys(SURNAMES).join('')
  const lexicon = loadLexicon(packed, special)
  let words: Vocabulary | undefined
  const vocabulary = (): Vocabulary => {
    words ??= readVocabulary(tables.vocabulary, to)
    return words
  }
  const indices = new WeakMap<readonly string[], TermIndex>()
  const namesIndex = (names: readonly string[]): TermIndex => {
    const known = indices.get(names)
    if (known) return known
    const terms = names.map((name) => ({ from: name, to: convertName(lexicon, to, name), rule: `name ${name}` }))
    const made = new TermIndex(terms)
    indices.set(names, made)
    return made
  }
  return { to, lexicon, vocabulary, namesIndex }
}

function collectClaims(
  { to, namesIndex }: Direction,
  text: string,
  options: ConvertOptions,
  fixed: readonly Claim[],
): Claim[] {
  let claims = mergeClaims(fixed, protectedClaims(text))
  if (options.overrides && options.overrides.length > 0) {
    const terms = new TermIndex(options.overrides.map(({ from, to }) => ({ from, to, rule: from })))
    claims = claimTerms(text, claims, terms, 'override')
  }
  if (options.glossary) {
    const { toHans, toHant } = options.glossary
    claims = claimTerms(text, claims, to === 'zh-hans' ? toHans : toHant, 'glossary')
  }
  if (options.names && options.names.length > 0) {
    claims = claimTerms(text, claims, namesIndex(options.names), 'name')
  }
  return claims
}

/** A person's name, character by character: no word of the dictionary may be seen in it. */
function convertName(lexicon: Lexicon, to: ChineseEdition, name: string): string {
  const [first = '', ...given] = name
  const surname = to === 'zh-hant' ? SURNAMES[first] : undefined
  const result = (character: string): string => characterResult(lexicon, character.codePointAt(0) ?? 0)
  return (surname ?? result(first)) + given.map(result).join('')
}

function scanContext(direction: Direction, text: string, options: ConvertOptions): ScanContext {
  const wantsQuotes = options.quotes !== 'keep'
  return {
    to: direction.to,
    lexicon: direction.lexicon,
    vocabulary: options.vocabulary ? direction.vocabulary().terms : undefined,
    quotes: wantsQuotes ? (direction.to === 'zh-hans' ? cornersToCurly(text) : curlyToCorners(text)) : undefined,
    surnames: direction.to === 'zh-hant' && direction.lexicon.hasNewsroom ? surnameReader(text) : undefined,
  }
}
