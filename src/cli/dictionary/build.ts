import type { PackedTables } from '../../convert/converter.ts'
import { dropRedundant, type FlatTable, flattenOpencc, openccChain, type Target } from './flatten.ts'
import { type OpenccSource, readOpencc } from './opencc-source.ts'
import { type NewsroomPack, readPack } from './pack-source.ts'
import { packTable } from './pack-table.ts'

/** OpenCC alone, nothing dropped: the profile that tests compare with opencc-js. It is not shipped. */
export function buildBaseTables(source: OpenccSource = readOpencc()): PackedTables {
  const build = (to: Target): string => {
    const { characters, phrases } = flattenOpencc(source, to)
    return packTable({
      origin: `${to} opencc-js/${source.version} base`,
      characters,
      newsroomCharacters: new Set(),
      openccPhrases: phrases,
      newsroomPhrases: new Map(),
      vocabulary: new Map(),
      candidates: new Map(),
      strong: [],
      settled: '',
    })
  }
  return { toHans: build('zh-hans'), toHant: build('zh-hant') }
}

/** The tables that the site ships: OpenCC with the newsroom pack over it. */
export function buildTables(source: OpenccSource = readOpencc()): PackedTables {
  const chains = { 'zh-hans': openccChain(source, 'zh-hans'), 'zh-hant': openccChain(source, 'zh-hant') }
  const build = (to: Target): string => {
    const opencc = flattenOpencc(source, to)
    const pack = readPack(to, chains)
    const table = dropRedundant(applyPack(opencc, pack), new Set(pack.strong))
    const isNewsroom = (key: string): boolean => pack.phrases.has(key)
    return packTable({
      origin: `${to} opencc-js/${source.version} sha256:${source.checksum.slice(0, 16)}`,
      characters: table.characters,
      newsroomCharacters: new Set(pack.characters.keys()),
      openccPhrases: new Map([...table.phrases].filter(([key]) => !isNewsroom(key))),
      newsroomPhrases: new Map([...table.phrases].filter(([key]) => isNewsroom(key))),
      vocabulary: pack.vocabulary,
      candidates: new Map(),
      strong: pack.strong,
      settled: '',
    })
  }
  return { toHans: build('zh-hans'), toHant: build('zh-hant') }
}

/** Lays the pack over OpenCC: rewritten results, the pack's defaults and words, without the phrases it drops. */
function applyPack(opencc: FlatTable, pack: NewsroomPack): FlatTable {
  const rewrite = (text: string): string =>
    pack.rewrites.reduce((result, [from, to]) => result.replaceAll(from, to), text)
  const characters = new Map([...opencc.characters].map(([from, to]) => [from, rewrite(to)]))
  for (const [from, to] of pack.rewrites) if (!characters.has(from) && [...from].length === 1) characters.set(from, to)
  for (const [from, to] of pack.characters) characters.set(from, to)
  const phrases = new Map([...opencc.phrases].map(([from, to]) => [from, rewrite(to)]))
  const unknown = pack.dropped.filter((key) => !phrases.delete(key))
  if (unknown.length > 0) throw new Error(`[drop] OpenCC has no such phrase (any more): ${unknown.join(' ')}`)
  for (const [from, to] of pack.phrases) phrases.set(from, to)
  return { ...opencc, characters, phrases }
}
