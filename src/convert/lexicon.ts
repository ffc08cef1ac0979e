/** One direction's dictionary in memory: typed arrays that the scanner reads without making objects. */
import { TABLE_FORMAT, TABLE_LINES, unpackNumbers } from './packed-table.ts'
import { TrieBuilder } from './trie-builder.ts'

const UNITS = 0x10000

export const FROM_OPENCC = 1
export const FROM_NEWSROOM = 2

export interface Lexicon {
  /** What a single UTF-16 unit becomes; 0 means "ask `resolve`". */
  readonly plain: Uint16Array
  /** `plain`, plus 0x10000 for units with which a phrase begins: one look decides most of a text. */
  readonly units: Uint32Array
  /** Id of a unit within phrases; 0 means that no phrase contains it. */
  readonly ids: Uint16Array
  /** Bitmap over hashed pairs of ids: without a bit no phrase begins with the pair. */
  readonly pairs: Uint8Array
  readonly edgeKeys: Int32Array
  readonly edgeNodes: Int32Array
  readonly edgeMask: number
  /** By trie node: 0, or 32 × offset in `values` + length of the result in units. */
  readonly valueAt: Int32Array
  /** By trie node: the layer that the phrase comes from, and the flag STRONG. */
  readonly layerAt: Uint8Array
  readonly values: Uint16Array
  /** By unit: 1 if a strong word begins with it. */
  readonly strongStarts: Uint8Array
  /** Results of characters that `plain` cannot hold: outside the BMP on either side. By code point. */
  readonly wide: ReadonlyMap<number, string>
  readonly newsroomCharacters: ReadonlySet<string>
  /** Every result that a one-to-many character can have, its default first. */
  readonly alternatives: ReadonlyMap<string, readonly string[]>
  readonly vocabulary: readonly (readonly [string, string])[]
  /** By unit: 1 if it stays as it is and nobody doubts it. */
  readonly calm: Uint8Array
  /** Characters whose default an editor should check when no word decides. */
  readonly risky: ReadonlySet<string>
  /** By risky character: the neighbours with which it makes a word in which its default is right. */
  readonly settled: ReadonlyMap<string, { before: string; after: string }>
}

/** What a single character becomes when no phrase decides. */
export function characterResult(lexicon: Lexicon, code: number): string {
  const wide = lexicon.wide.get(code)
  if (wide !== undefined) return wide
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(lexicon.plain[code] || code)
}

/**
 * Loads a packed table. `special` characters get `plain` 0, so that the scanner asks about them every time.
 * @throws if the text is not a packed table of this format
 */
export function loadLexicon(packed: string, special: string): Lexicon {
  const lines = packed.split('\n')
  if (!lines[TABLE_LINES.header]?.startsWith(`${TABLE_FORMAT} `)) {
    throw new Error('Not a conversion dictionary of this version: run `npm run build:dictionary`')
  }
  const line = (index: number): string => lines[index] ?? ''
  const characters = readCharacters(line(TABLE_LINES.characterKeys), line(TABLE_LINES.characterValues))
  const alternatives = readAlternatives(line(TABLE_LINES.alternatives), characters.result)
  const edges = line(TABLE_LINES.openccPhrases).length + line(TABLE_LINES.newsroomPhrases).length
  const trie = new TrieBuilder(edges, characters, alternatives)
  trie.addPhrases(line(TABLE_LINES.openccPhrases), line(TABLE_LINES.openccChoices), FROM_OPENCC)
  trie.addPhrases(line(TABLE_LINES.newsroomPhrases), line(TABLE_LINES.newsroomChoices), FROM_NEWSROOM)
  for (const word of line(TABLE_LINES.strong).split(' ')) if (word !== '') trie.markStrong(word)
  normaliseCompatibility(characters, trie.ids)
  for (const character of special) {
    const unit = character.charCodeAt(0)
    characters.wide.set(unit, characters.result(character))
    characters.plain[unit] = 0
  }
  const phrases = trie.finish()
  return {
    plain: characters.plain,
    units: unitTable(characters.plain, phrases),
    wide: characters.wide,
    ...phrases,
    newsroomCharacters: new Set(line(TABLE_LINES.newsroomCharacters)),
    alternatives,
    vocabulary: readVocabulary(line(TABLE_LINES.vocabulary)),
    calm: calmUnits(characters.plain, line(TABLE_LINES.risky)),
    risky: new Set(line(TABLE_LINES.risky)),
    settled: readSettled(line(TABLE_LINES.settled)),
  }
}

/** The results of single characters: `plain` for the many, `wide` for those outside the BMP on either side. */
export interface Characters {
  plain: Uint16Array
  wide: Map<number, string>
  result: (character: string) => string
}

function readCharacters(keys: string, values: string): Characters {
  const plain = new Uint16Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++) plain[unit] = unit
  plain.fill(0, 0xd800, 0xe000)
  plain.fill(0, 0x2ff0, 0x3000)
  const wide = new Map<number, string>()
  const valueSteps = unpackNumbers(values)
  let from = 0
  let to = 0
  unpackNumbers(keys).forEach((step, index) => {
    from += step
    to += valueSteps[index] ?? 0
    if (from > 0xffff || to > 0xffff) {
      wide.set(from, String.fromCodePoint(to))
      if (from <= 0xffff) plain[from] = 0
    } else plain[from] = to
  })
  const result = (character: string): string => {
    const code = character.codePointAt(0) ?? 0
    return wide.get(code) ?? (code > 0xffff ? character : String.fromCharCode(plain[code] || code))
  }
  return { plain, wide, result }
}

/** Compatibility ideographs (U+F900…, U+2F800…) behave exactly like the characters that Unicode says they are. */
function normaliseCompatibility(characters: Characters, ids: Uint16Array): void {
  const normalise = (code: number): void => {
    const from = String.fromCodePoint(code)
    const normal = from.normalize('NFC')
    if (normal === from) return
    const unit = normal.charCodeAt(0)
    if (code <= 0xffff && normal.length === 1) {
      ids[code] = ids[unit] ?? 0
      if (!characters.wide.has(unit)) {
        characters.plain[code] = characters.plain[unit] ?? unit
        return
      }
    }
    if (code <= 0xffff) characters.plain[code] = 0
    characters.wide.set(code, characters.result(normal))
  }
  for (let code = 0xf900; code <= 0xfaff; code++) normalise(code)
  for (let code = 0x2f800; code <= 0x2fa1d; code++) normalise(code)
}

function readAlternatives(packed: string, result: (character: string) => string): Map<string, string[]> {
  const alternatives = new Map<string, string[]>()
  for (const group of packed.split(' ')) {
    const [character, ...others] = group
    if (character !== undefined) alternatives.set(character, [result(character), ...others])
  }
  return alternatives
}

function readVocabulary(packed: string): [string, string][] {
  if (packed === '') return []
  return packed.split('|').map((row) => {
    const at = row.indexOf(' ')
    return [row.slice(0, at), row.slice(at + 1)]
  })
}

function readSettled(packed: string): Map<string, { before: string; after: string }> {
  const settled = new Map<string, { before: string; after: string }>()
  for (const row of packed.split(' ')) {
    const slash = row.indexOf('/')
    if (slash > 0) settled.set(row.charAt(0), { before: row.slice(1, slash), after: row.slice(slash + 1) })
  }
  return settled
}

function calmUnits(plain: Uint16Array, risky: string): Uint8Array {
  const calm = new Uint8Array(UNITS)
  for (let unit = 1; unit < UNITS; unit++) if (plain[unit] === unit) calm[unit] = 1
  for (const character of risky) calm[character.charCodeAt(0)] = 0
  return calm
}

function unitTable(plain: Uint16Array, { ids, starts }: { ids: Uint16Array; starts: Uint8Array }): Uint32Array {
  const units = new Uint32Array(UNITS)
  for (let unit = 0; unit < UNITS; unit++)
    units[unit] = (plain[unit] ?? 0) + (starts[ids[unit] ?? 0] === 1 ? 0x10000 : 0)
  return units
}
