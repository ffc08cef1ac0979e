import { ID_BITS, ID_LOW_BITS, PHRASE_UNITS_MAX, STRONG_MORE } from '../../convert/packed-table.ts'

/**
 * A block ends with the phrases of the first unit that fills it. Small blocks are soon unpacked while a text waits, but each
 * takes two to three bytes of the packed table.
 */
const BLOCK_PHRASES_MIN = 24
const BLOCKS_MAX = 500

export interface PackedPhrases {
  /** Two bytes per number, the lower one first; see `readBlocks`. */
  blocks: number[]
  shared: number[]
  more: number[]
  stepHigh: number[]
  stepLow: number[]
  high: number[]
  low: number[]
  choices: number[]
  /** Phrases with characters outside the BMP, as text: they are few, and need no code in the loop that reads the others. */
  wide: string
  /** Edges that the phrases need in a trie, at most, and units of all their results. */
  units: number
  values: number
}

export interface PhraseContext {
  ids: ReadonlyMap<string, number>
  alternatives: ReadonlyMap<string, readonly string[]>
  resultOf: (character: string) => string
  strong: ReadonlySet<string>
}

/** Packs phrases; `PhraseTrie` reads them. @throws if a phrase does not fit the format */
export function packPhrases(phrases: ReadonlyMap<string, string>, context: PhraseContext): PackedPhrases {
  const rows = [...phrases].map(([key, result]) => ({ key, result, path: pathOf(key, context.ids) }))
  const isWide = ({ key, result }: { key: string; result: string }) => /[\ud800-\udfff]/.test(key + result)
  const wide = rows.filter(isWide)
  const packed = packNarrow(
    rows.filter((row) => !isWide(row)).sort((a, b) => compare(a.path, b.path)),
    context,
  )
  return {
    ...packed,
    wide: wide.map(({ key, result }) => `${key} ${result}`).join(' '),
    units: packed.units + wide.reduce((sum, { key }) => sum + key.length, 0),
    values: packed.values + wide.reduce((sum, { result }) => sum + result.length, 0),
  }
}

interface PhraseRow {
  key: string
  result: string
  path: readonly number[]
}

function packNarrow(rows: readonly PhraseRow[], context: PhraseContext): Omit<PackedPhrases, 'wide'> {
  const packed = {
    ...{ blocks: packBlocks(rows, context), shared: [] as number[], more: [] as number[], choices: [] as number[] },
    ...{ stepHigh: [] as number[], stepLow: [] as number[], high: [] as number[], low: [] as number[] },
    ...{ units: 0, values: 0 },
  }
  const high = (id: number): number => id >> ID_LOW_BITS
  const low = (id: number): number => id & ((1 << ID_LOW_BITS) - 1)
  let before: readonly number[] = []
  for (const { key, result, path } of rows) {
    const depth = sharedUnits(before, path)
    const step = ((path[depth] ?? 0) - (before[depth] ?? 0) + (1 << ID_BITS)) % (1 << ID_BITS)
    packed.shared.push(depth)
    packed.more.push(path.length - depth + (context.strong.has(key) ? STRONG_MORE : 0))
    packed.stepHigh.push(high(step))
    packed.stepLow.push(low(step))
    packed.high.push(...path.slice(depth + 1).map(high))
    packed.low.push(...path.slice(depth + 1).map(low))
    packed.choices.push(...choicesOf(key, result, context))
    packed.units += path.length - depth
    packed.values += result.length
    before = path
  }
  return packed
}

/** Four columns: how much every block adds to the first id, the number of phrases, of their other units and choices. */
function packBlocks(rows: readonly PhraseRow[], context: PhraseContext): number[] {
  const columns: [number[], number[], number[], number[]] = [[], [], [], []]
  let [first, phrases, rest, choices] = [0, 0, 0, 0]
  let path: readonly number[] = []
  const close = (id: number): void => {
    for (const [index, value] of [id - first, phrases, rest, choices].entries()) columns[index]?.push(value)
    ;[first, phrases, rest, choices] = [id, 0, 0, 0]
  }
  const enough = Math.max(BLOCK_PHRASES_MIN, rows.length / BLOCKS_MAX)
  for (const row of rows) {
    const id = row.path[0] ?? 0
    const startsUnit = id !== path[0]
    if (startsUnit && (path.length === 0 || phrases >= enough)) close(id)
    phrases++
    rest += row.path.length - sharedUnits(path, row.path) - 1
    choices += choicesOf(row.key, row.result, context).length
    path = row.path
  }
  if (rows.length > 0) close(1 << ID_BITS)
  return columns.flat().flatMap((value) => [value & 255, value >> 8])
}

function sharedUnits(before: readonly number[], path: readonly number[]): number {
  const differs = before.findIndex((id, index) => id !== path[index])
  return differs === -1 ? before.length : differs
}

function pathOf(key: string, ids: ReadonlyMap<string, number>): number[] {
  if (key.length > PHRASE_UNITS_MAX || key.length < 2)
    throw new Error(`${key}: a phrase has 2 to ${PHRASE_UNITS_MAX} units`)
  return Array.from({ length: key.length }, (_, at) => ids.get(key.charAt(at)) ?? 0)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((id, index) => id !== b[index])
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}

/** For every one-to-many character of a phrase which of its results it has there; 0 is the default. */
function choicesOf(key: string, result: string, { alternatives, resultOf }: PhraseContext): number[] {
  const results = [...result]
  return [...key].flatMap((character, index) => {
    const others = alternatives.get(character)
    if (!others) return []
    return [results[index] === resultOf(character) ? 0 : others.indexOf(results[index] ?? '') + 1]
  })
}
