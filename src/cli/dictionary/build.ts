import { createConverter, type PackedTables } from '../../convert/converter.ts'
import { SURNAMES } from '../../convert/surnames.ts'
import { fingerprint } from '../../convert/version.ts'
import { packVocabulary } from '../../convert/vocabulary.ts'
import { runChain } from './chain.ts'
import { candidatesOf, inNamesOf, knownWords, riskyOf } from './doubt-data.ts'
import { completeOverlaps, dropRedundant, type FlatTable, flattenOpencc, openccChain, type Target } from './flatten.ts'
import { type OpenccSource, readOpencc } from './opencc-source.ts'
import { type NewsroomPack, readPack } from './pack-source.ts'
import { packTable } from './pack-table.ts'

/** OpenCC alone, nothing dropped: the profile that tests compare with opencc-js. It is not shipped. */
export function buildBaseTables(source: OpenccSource = readOpencc()): PackedTables {
  const packs = readPacks(source)
  const build = (to: Target): Uint8Array => {
    const chain = openccChain(source, to)
    const { characters, phrases } = completeOverlaps(flattenOpencc(source, to), chain)
    return packTable({
      origin: `${to} opencc-js/${source.version} base`,
      characters,
      newsroomCharacters: new Set(),
      openccPhrases: phrases,
      newsroomPhrases: new Map(),
      candidates: candidatesOf(source, to),
      strong: [],
      risky: riskyOf(to),
      inNames: inNamesOf(to),
      words: knownWords(source, to, phrases, packs[to].phrases),
    })
  }
  return { toHans: build('zh-hans'), toHant: build('zh-hant'), vocabulary: '' }
}

/** The tables that the site ships: OpenCC with the newsroom pack over it. */
export function buildTables(source: OpenccSource = readOpencc()): PackedTables {
  const packs = readPacks(source)
  return {
    toHans: packShipped(source, 'zh-hans', packs['zh-hans']),
    toHant: packShipped(source, 'zh-hant', packs['zh-hant']),
    vocabulary: vocabularyOf(packs),
  }
}

function vocabularyOf(packs: Record<Target, NewsroomPack>): string {
  const words = { 'zh-hans': packs['zh-hans'].vocabulary, 'zh-hant': packs['zh-hant'].vocabulary }
  return packVocabulary(words, fingerprint(Object.values(words).flatMap((rows) => [...rows].flat())))
}

/** Both packs. The way back takes its keys from the finished table, so that both directions agree on their words. */
function readPacks(source: OpenccSource): Record<Target, NewsroomPack> {
  const chain = openccChain(source, 'zh-hans')
  const toHans = readPack('zh-hans', (text) => runChain(chain, text))
  const converter = createConverter({
    toHans: packShipped(source, 'zh-hans', toHans),
    toHant: new Uint8Array(),
    vocabulary: '',
  })
  const simplify = (text: string): string => converter.convert(text, { from: 'zh-hant', to: 'zh-hans', quotes: 'keep' })
  return { 'zh-hans': toHans, 'zh-hant': readPack('zh-hant', simplify) }
}

function packShipped(source: OpenccSource, to: Target, pack: NewsroomPack): Uint8Array {
  const opencc = flattenOpencc(source, to)
  const flat = applyPack(opencc, pack, to)
  // Words that begin with a surname's character stay, though they change nothing: 范围 is not Mr Fan.
  const notNames = to === 'zh-hant' ? [...pack.phrases.keys()].filter((word) => word.charAt(0) in SURNAMES) : []
  const table = dropRedundant(flat, new Set([...pack.strong, ...notNames]))
  const isNewsroom = (key: string): boolean => pack.phrases.has(key)
  return packTable({
    origin: `${to} opencc-js/${source.version} sha256:${source.checksum.slice(0, 16)}`,
    characters: table.characters,
    newsroomCharacters: new Set([...pack.characters.keys(), ...changedCharacters(opencc, flat)]),
    openccPhrases: new Map([...table.phrases].filter(([key]) => !isNewsroom(key))),
    newsroomPhrases: new Map([...table.phrases].filter(([key]) => isNewsroom(key))),
    candidates: candidatesOf(source, to),
    strong: pack.strong,
    risky: riskyOf(to),
    inNames: inNamesOf(to),
    words: knownWords(source, to, flat.phrases, pack.phrases),
  })
}

function changedCharacters(before: FlatTable, after: FlatTable): string[] {
  return [...after.characters]
    .filter(([from, to]) => (before.characters.get(from) ?? from) !== to)
    .map(([from]) => from)
}

/** Lays the pack over OpenCC: rewritten results, the pack's defaults and words, without the phrases it drops. */
function applyPack(opencc: FlatTable, pack: NewsroomPack, target: Target): FlatTable {
  const rewrite = (text: string): string =>
    pack.rewrites.reduce((result, [from, to]) => result.replaceAll(from, to), text)
  const characters = new Map([...opencc.characters].map(([from, to]) => [from, rewrite(to)]))
  for (const [from, to] of pack.rewrites) if (!characters.has(from) && [...from].length === 1) characters.set(from, to)
  for (const [from, to] of pack.characters) characters.set(from, to)
  const phrases = new Map([...opencc.phrases].map(([from, to]) => [from, rewrite(to)]))
  const unknown = pack.dropped.filter((key) => !phrases.delete(key))
  if (unknown.length > 0) throw new Error(`[drop] OpenCC has no such phrase (any more): ${unknown.join(' ')}`)
  for (const [from, to] of pack.phrases) phrases.set(from, to)
  // A result that keeps 乾 or 鑑 must keep it when it is converted once more. On the way to Traditional that can only be
  // promised for characters that Simplified text does not have.
  const rewritten = new Set(pack.rewrites.map(([from]) => from))
  const isUnstable = (character: string): boolean =>
    (target === 'zh-hans' || rewritten.has(character)) && (characters.get(character) ?? character) !== character
  for (const to of new Set(phrases.values())) if (!phrases.has(to) && [...to].some(isUnstable)) phrases.set(to, to)
  return { ...opencc, characters, phrases }
}
