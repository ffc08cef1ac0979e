/**
 * The phrase trie of a lexicon: a hash table of edges, filled block by block while texts are converted. Most articles need
 * a part of the phrases, and a first short text needs almost none of them.
 */
import { type Characters, PACKED, STARTS } from './lexicon.ts'
import { ID_BITS, ID_LOW_BITS, PHRASE_UNITS_MAX, STRONG_MORE, UNITS } from './packed-table.ts'
import { type Blocks, blockOf, type PackedPhrases, readBlocks } from './phrase-blocks.ts'

/** Units that occur in phrases have ids below 2^13, nodes numbers below 2^18: an edge fits into one 32-bit number. */
const ID_MASK = (1 << ID_BITS) - 1
const NODE_BITS = 18
/** 64 KB stay in a processor's second-level cache; with 35,000 pairs about one in 15 unknown pairs is let through. */
const PAIR_FILTER_BITS = 19
const VALUE_LENGTH_BITS = 5
const SPACE = 0x20

/** Flag in `layerAt`: phrases give way to this word. */
export const STRONG = 8

/** 2^32 divided by the golden ratio: spreads neighbouring numbers (Knuth, The Art of Computer Programming, 6.4). */
const EDGE_FACTOR = 0x9e3779b1

/** Where the search for an edge starts in the hash table. */
export function edgeSlot(edge: number, mask: number): number {
  const mixed = Math.imul(edge, EDGE_FACTOR)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** The bit of the pair filter for two ids. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << ID_BITS) | second, EDGE_FACTOR) >>> (32 - PAIR_FILTER_BITS)
}

export function edgeOf(node: number, id: number): number {
  return (node << ID_BITS) | id
}

interface Layer {
  layer: number
  phrases: PackedPhrases
}

interface TrieOptions {
  /** The units of phrases as `packSteps` wrote them; a unit's id is its place, from 1 on. */
  alphabet: Uint8Array
  /** Upper bounds that the table names. */
  edges: number
  values: number
  characters: Characters
  /** One-to-many characters, each with its other results behind it, with spaces between. */
  groups: string
  /** No phrase is in two of them. */
  layers: readonly Layer[]
}

export class PhraseTrie {
  /** Id of a unit within phrases, 0 if no phrase has it. A phrase's first unit is the trie node with its id's number. */
  readonly ids = new Uint16Array(UNITS)
  private nodeCount = 1 << ID_BITS
  private readonly alphabet: Uint16Array
  private readonly edgeKeys: Int32Array
  private readonly edgeNodes: Int32Array
  private readonly edgeMask: number
  private readonly valueAt: Int32Array
  private readonly layerAt: Uint8Array
  private readonly pairs = new Uint8Array(1 << (PAIR_FILTER_BITS - 3))
  private readonly values: Uint16Array
  private valueCount = 0
  private readonly characters: Characters
  /** By id: 1 when a phrase that begins with it has been taken in. */
  private readonly starts = new Uint8Array(1 << ID_BITS)
  /** By id: 0 if it has one result, else where its results begin in `results`, the default first. */
  private readonly choiceAt = new Uint16Array(1 << ID_BITS)
  private readonly results: Uint16Array
  private readonly layers: readonly (Layer & { blocks: Blocks })[]

  /**
   * Flags all units of phrases PACKED.
   * @throws if there are more phrases than the numbers have room for
   */
  constructor({ alphabet, edges, values, characters, groups, layers }: TrieOptions) {
    if (this.nodeCount + edges > 1 << NODE_BITS) throw new Error('Too many phrases: widen NODE_BITS')
    let slots = 1 << 10
    while (slots < edges * 2) slots *= 2
    this.edgeKeys = new Int32Array(slots)
    this.edgeNodes = new Int32Array(slots)
    this.edgeMask = slots - 1
    this.valueAt = new Int32Array(this.nodeCount + edges)
    this.layerAt = new Uint8Array(this.nodeCount + edges)
    this.values = new Uint16Array(values)
    this.characters = characters
    this.alphabet = this.readAlphabet(alphabet)
    this.results = this.readChoices(groups)
    this.layers = layers.map((layer) => ({ ...layer, blocks: readBlocks(layer.phrases.blocks) }))
  }

  /** `readSteps` and all that each unit needs in one loop: a second one would be a tenth of the initialisation. */
  private readAlphabet(section: Uint8Array): Uint16Array {
    const { ids } = this
    const { units } = this.characters
    const alphabet = new Uint16Array(section.length)
    let count = 0
    let unit = 0
    for (let at = 0; at < section.length; at++) {
      const step = section[at] ?? 0
      if (step !== 0) unit += step
      else {
        unit = ((section[at + 1] ?? 0) << 8) | (section[at + 2] ?? 0)
        at += 2
      }
      alphabet[count++] = unit
      ids[unit] = count
      units[unit] = (units[unit] ?? 0) | PACKED
    }
    return alphabet
  }

  private readChoices(groups: string): Uint16Array {
    const { choiceAt, ids } = this
    const { units } = this.characters
    const results = new Uint16Array(groups.length + 1)
    let count = 1
    let isFirst = true
    for (let index = 0; index < groups.length; index++) {
      const unit = groups.charCodeAt(index)
      if (unit === SPACE) {
        isFirst = true
        continue
      }
      if ((unit & 0xfc00) === 0xdc00) continue // one place for a character outside the BMP; no phrase here chooses it
      if (isFirst) choiceAt[ids[unit] ?? 0] = count // what no phrase has shares the place of id 0, at which nobody looks
      results[count++] = isFirst ? unit + (units[unit] ?? 0) : unit
      isFirst = false
    }
    return results
  }

  /** Takes in all phrases that begin with a unit, and others that are packed together with them. */
  unpack(unit: number): void {
    const { units } = this.characters
    const id = this.ids[unit] ?? 0
    const first = String.fromCharCode(this.alphabet[id - 1] ?? 0)
    for (const { layer, phrases, blocks } of this.layers) {
      const block = blockOf(blocks, id)
      if (block >= 0 && blocks.isRead[block] === 0) {
        blocks.isRead[block] = 1
        this.addBlock(phrases, layer, blocks, block)
      }
      if (!blocks.isWideRead && phrases.wide.includes(first)) {
        blocks.isWideRead = true
        this.addWidePhrases(phrases.wide, layer)
      }
    }
    units[unit] = ((units[unit] ?? 0) & ~PACKED) | (this.starts[id] === 1 ? STARTS : 0)
  }

  private addBlock(packed: PackedPhrases, layer: number, blocks: Blocks, block: number): void {
    const { shared, more, stepHigh, stepLow, high, low, choices } = packed
    const { alphabet, choiceAt, results, layerAt, valueAt, values, starts } = this
    const { units } = this.characters
    const path = new Uint16Array(PHRASE_UNITS_MAX + 1)
    const nodes = new Int32Array(PHRASE_UNITS_MAX + 2)
    const last = blocks.phrases[block + 1] ?? 0
    let restAt = blocks.rests[block] ?? 0
    let choice = blocks.choices[block] ?? 0
    let before = 0
    for (let number = blocks.phrases[block] ?? 0; number < last; number++) {
      let depth = shared[number] ?? 0
      const size = more[number] ?? 0
      const length = depth + (size & (STRONG_MORE - 1))
      const step = ((stepHigh[number] ?? 0) << ID_LOW_BITS) | (stepLow[number] ?? 0)
      let id = ((depth < before ? (path[depth] ?? 0) : 0) + step) & ID_MASK
      if (before === 0) id = blocks.firsts[block] ?? 0
      for (;;) {
        path[depth] = id
        nodes[depth + 1] = depth === 0 ? id : this.child(nodes[depth] ?? 0, id, depth)
        if (++depth === length) break
        id = ((high[restAt] ?? 0) << ID_LOW_BITS) | (low[restAt++] ?? 0)
      }
      starts[path[0] ?? 0] = 1
      const start = this.valueCount
      for (let at = 0; at < length; at++) {
        const unitId = path[at] ?? 0
        const unit = alphabet[unitId - 1] ?? 0
        const first = choiceAt[unitId] ?? 0
        values[start + at] = first === 0 ? unit + (units[unit] ?? 0) : (results[first + (choices[choice++] ?? 0)] ?? 0)
      }
      this.valueCount = start + length
      valueAt[nodes[length] ?? 0] = (start << VALUE_LENGTH_BITS) | length
      layerAt[nodes[length] ?? 0] = layer | (size >= STRONG_MORE ? STRONG : 0)
      before = length
    }
  }

  private addWidePhrases(wide: string, layer: number): void {
    const words = wide.split(' ')
    for (let at = 0; at + 1 < words.length; at += 2) {
      const result = words[at + 1] ?? ''
      const node = this.walk(words[at] ?? '')
      this.valueAt[node] = (this.valueCount << VALUE_LENGTH_BITS) | result.length
      this.layerAt[node] = layer
      for (let unit = 0; unit < result.length; unit++) this.values[this.valueCount++] = result.charCodeAt(unit)
    }
  }

  /** The node at the end of a phrase, with the way to it. */
  private walk(phrase: string): number {
    let node = this.ids[phrase.charCodeAt(0)] ?? 0
    this.starts[node] = 1
    for (let at = 1; at < phrase.length; at++) node = this.child(node, this.ids[phrase.charCodeAt(at)] ?? 0, at)
    return node
  }

  /** What the scanner reads. The arrays are filled further by `unpack`. */
  tables() {
    const { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values } = this
    const unpack = (unit: number): void => this.unpack(unit)
    return { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values, unpack }
  }

  /** The node behind another one, made if it is not there. */
  private child(parent: number, id: number, depth: number): number {
    const { edgeKeys, edgeNodes, edgeMask } = this
    const edge = edgeOf(parent, id)
    let slot = edgeSlot(edge, edgeMask)
    for (let found = edgeKeys[slot]; found !== 0; found = edgeKeys[slot]) {
      if (found === edge) return edgeNodes[slot] ?? 0
      slot = (slot + 1) & edgeMask
    }
    if (depth === 1) {
      const bit = pairBit(parent, id)
      this.pairs[bit >> 3] = (this.pairs[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
    const node = this.nodeCount++
    edgeKeys[slot] = edge
    edgeNodes[slot] = node
    return node
  }
}
