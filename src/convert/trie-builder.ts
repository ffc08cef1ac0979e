/** Builds the phrase trie of a lexicon: a hash table of edges, filled while the front-coded phrases are read. */
import { type Characters, STARTS } from './lexicon.ts'
import { ID_BITS, ID_LOW_BITS, PHRASE_UNITS_MAX } from './packed-table.ts'

const UNITS = 0x10000
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

/** Phrases in the order of their paths, front-coded; each section is read from its beginning to its end. */
export interface PackedPhrases {
  /** How many units a phrase shares with the one before, and how many follow. */
  shared: Uint8Array
  more: Uint8Array
  /** The id of the first unit that follows, as a step from the id that stood there before, in two parts. */
  stepHigh: Uint8Array
  stepLow: Uint8Array
  /** The ids of the others. */
  high: Uint8Array
  low: Uint8Array
  /** For every one-to-many character of a phrase which of its results it has there. */
  choices: Uint8Array
  /** Phrases with characters outside the BMP, each followed by its result, with spaces between. */
  wide: string
}

interface TrieOptions {
  /** The units of phrases; a unit's id is its place, from 1 on. */
  alphabet: Uint16Array
  /** Upper bounds that the table names. */
  edges: number
  values: number
  characters: Characters
  /** One-to-many characters, each with its other results behind it, with spaces between. */
  groups: string
}

export class TrieBuilder {
  /** Id of a unit within phrases, 0 if no phrase has it. A phrase's first unit is the trie node with its id's number. */
  readonly ids = new Uint16Array(UNITS)
  private nodeCount = 1 << ID_BITS
  private readonly alphabet: Uint16Array
  private readonly edgeKeys: Int32Array
  private readonly edgeNodes: Int32Array
  private readonly edgeMask: number
  private readonly valueAt: Int32Array
  private readonly layerAt: Uint8Array
  private readonly strongStarts = new Uint8Array(UNITS)
  private readonly pairs = new Uint8Array(1 << (PAIR_FILTER_BITS - 3))
  private readonly values: Uint16Array
  private valueCount = 0
  private readonly characters: Characters
  /** By unit: 0 if it has one result, else where its results begin in `results`, the default first. */
  private readonly choiceAt = new Uint16Array(UNITS)
  private readonly results: Uint16Array

  constructor({ alphabet, edges, values, characters, groups }: TrieOptions) {
    let slots = 1 << 10
    while (slots < edges * 2) slots *= 2
    this.edgeKeys = new Int32Array(slots)
    this.edgeNodes = new Int32Array(slots)
    this.edgeMask = slots - 1
    this.valueAt = new Int32Array(this.nodeCount + edges)
    this.layerAt = new Uint8Array(this.nodeCount + edges)
    this.values = new Uint16Array(values)
    this.alphabet = alphabet
    for (let index = 0; index < alphabet.length; index++) this.ids[alphabet[index] ?? 0] = index + 1
    this.characters = characters
    this.results = this.readChoices(groups)
  }

  private readChoices(groups: string): Uint16Array {
    const { choiceAt } = this
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
      if (isFirst) choiceAt[unit] = count
      results[count++] = isFirst ? unit + (units[unit] ?? 0) : unit
      isFirst = false
    }
    return results
  }

  /**
   * Adds phrases with their results. A phrase that is there already gets the new result. Nothing in the loops is rare: what
   * is seen for the first time when the loop has been optimised throws it back into the interpreter.
   */
  addPhrases(packed: PackedPhrases, layer: number): void {
    const { shared, more, stepHigh, stepLow, high, low, choices } = packed
    const { alphabet, characters, choiceAt, results, layerAt, valueAt, values } = this
    const path = new Uint16Array(PHRASE_UNITS_MAX + 1)
    const nodes = new Int32Array(PHRASE_UNITS_MAX + 2)
    const phrase = new Uint16Array(PHRASE_UNITS_MAX + 1)
    let restAt = 0
    let choice = 0
    let before = 0
    for (let number = 0; number < shared.length; number++) {
      let depth = shared[number] ?? 0
      const length = depth + (more[number] ?? 0)
      const step = ((stepHigh[number] ?? 0) << ID_LOW_BITS) | (stepLow[number] ?? 0)
      let id = ((depth < before ? (path[depth] ?? 0) : 0) + step) & ID_MASK
      for (;;) {
        path[depth] = id
        phrase[depth] = alphabet[id - 1] ?? 0
        nodes[depth + 1] = depth === 0 ? this.start(id) : this.child(nodes[depth] ?? 0, id, depth)
        if (++depth === length) break
        id = ((high[restAt] ?? 0) << ID_LOW_BITS) | (low[restAt++] ?? 0)
      }
      const start = this.valueCount
      for (let at = 0; at < length; at++) {
        const unit = phrase[at] ?? 0
        const first = choiceAt[unit] ?? 0
        values[start + at] =
          first === 0 ? unit + (characters.units[unit] ?? 0) : (results[first + (choices[choice++] ?? 0)] ?? 0)
      }
      this.valueCount = start + length
      valueAt[nodes[length] ?? 0] = (start << VALUE_LENGTH_BITS) | length
      layerAt[nodes[length] ?? 0] = layer
      before = length
    }
    const words = packed.wide.split(' ')
    for (let at = 0; at + 1 < words.length; at += 2) this.addWide(words[at] ?? '', words[at + 1] ?? '', layer)
  }

  private addWide(phrase: string, result: string, layer: number): void {
    const node = this.walk(phrase)
    this.valueAt[node] = (this.valueCount << VALUE_LENGTH_BITS) | result.length
    this.layerAt[node] = layer
    for (let at = 0; at < result.length; at++) this.values[this.valueCount++] = result.charCodeAt(at)
  }

  /** Marks a word that is there already as one to which phrases give way. */
  markStrong(word: string): void {
    const node = this.walk(word)
    this.layerAt[node] = (this.layerAt[node] ?? 0) | STRONG
    this.strongStarts[word.charCodeAt(0)] = 1
  }

  /** The node at the end of a phrase. */
  private walk(phrase: string): number {
    let node = 0
    for (let at = 0; at < phrase.length; at++) {
      const id = this.ids[phrase.charCodeAt(at)] ?? 0
      node = at === 0 ? this.start(id) : this.child(node, id, at)
    }
    return node
  }

  finish() {
    const { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values, strongStarts } = this
    return { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values, strongStarts }
  }

  /** The node of a first unit. */
  private start(id: number): number {
    const { units } = this.characters
    const unit = this.alphabet[id - 1] ?? 0
    units[unit] = (units[unit] ?? 0) | STARTS
    return id
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
    if (node >= 1 << NODE_BITS) throw new Error('Too many phrases: widen NODE_BITS')
    edgeKeys[slot] = edge
    edgeNodes[slot] = node
    return node
  }
}
