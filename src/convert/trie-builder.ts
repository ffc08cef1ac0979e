/** Builds the phrase trie of a lexicon: a hash table of edges, filled while the front-coded phrases are read. */
import { type Characters, characterResult, STARTS } from './lexicon.ts'
import { CHOICE_ZERO, PHRASE_HEAD, PHRASE_UNITS_MAX } from './packed-table.ts'

const UNITS = 0x10000
/** Units that occur in phrases get ids below 2^13, nodes numbers below 2^18: an edge fits into one 32-bit number. */
const ID_BITS = 13
const NODE_BITS = 18
/** 64 KB stay in a processor's second-level cache; with 35,000 pairs about one in 15 unknown pairs is let through. */
const PAIR_FILTER_BITS = 19
const VALUE_LENGTH_BITS = 5

const CHOSEN = 1
const ODD = 2

/** Flag in `layerAt`: phrases give way to this word. */
export const STRONG = 8

/** Where the search for an edge starts in the hash table. */
export function edgeSlot(edge: number, mask: number): number {
  const mixed = Math.imul(edge, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** The bit of the pair filter for two ids. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << ID_BITS) | second, 0x9e3779b1) >>> (32 - PAIR_FILTER_BITS)
}

export function edgeOf(node: number, id: number): number {
  return (node << ID_BITS) | id
}

export class TrieBuilder {
  /** Id of a unit within phrases, 0 if no phrase has it. A phrase's first unit is the trie node with its id's number. */
  readonly ids = new Uint16Array(UNITS)
  private idCount = 0
  private nodeCount = 1 << ID_BITS
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
  /** By code point: the character itself, then its other results. */
  private readonly choices = new Map<number, string>()
  /** By unit: 0 if it has one result, CHOSEN if the choices decide, ODD outside the BMP on either side. */
  private readonly kinds = new Uint8Array(UNITS)

  constructor(edgesMax: number, characters: Characters, groups: readonly string[]) {
    let slots = 1 << 10
    while (slots < edgesMax * 2) slots *= 2
    this.edgeKeys = new Int32Array(slots)
    this.edgeNodes = new Int32Array(slots)
    this.edgeMask = slots - 1
    this.valueAt = new Int32Array(this.nodeCount + edgesMax)
    this.layerAt = new Uint8Array(this.nodeCount + edgesMax)
    this.values = new Uint16Array(edgesMax * 8)
    this.characters = characters
    for (const group of groups) {
      this.choices.set(group.codePointAt(0) ?? 0, group)
      this.kinds[group.charCodeAt(0)] = CHOSEN
    }
    this.kinds.fill(ODD, 0xd800, 0xe000)
    for (const code of characters.wide.keys()) if (code < UNITS) this.kinds[code] = ODD
  }

  /** Adds front-coded phrases with their choices. A phrase that is there already gets the new result. */
  addPhrases(packed: string, choices: string, layer: number): void {
    const path = new Int32Array(PHRASE_UNITS_MAX + 1)
    const key = new Uint16Array(PHRASE_UNITS_MAX + 1)
    let depth = 0
    let choiceAt = 0
    for (let index = 0; index <= packed.length; index++) {
      const unit = index < packed.length ? packed.charCodeAt(index) : PHRASE_HEAD
      const shared = unit - PHRASE_HEAD
      if (shared < 0 || shared > PHRASE_UNITS_MAX) {
        key[depth] = unit
        path[depth + 1] = this.step(path[depth] ?? 0, unit, depth)
        depth++
        continue
      }
      if (depth > 1) {
        choiceAt = this.addValue(path[depth] ?? 0, key, depth, choices, choiceAt)
        this.layerAt[path[depth] ?? 0] = layer
      }
      depth = shared
    }
  }

  /** Marks a word that is there already as one to which phrases give way. */
  markStrong(word: string): void {
    let node = this.ids[word.charCodeAt(0)] ?? 0
    for (let at = 1; at < word.length; at++) node = this.step(node, word.charCodeAt(at), at)
    this.layerAt[node] = (this.layerAt[node] ?? 0) | STRONG
    this.strongStarts[word.charCodeAt(0)] = 1
  }

  finish() {
    const { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values, strongStarts } = this
    return { ids, pairs, edgeKeys, edgeNodes, edgeMask, valueAt, layerAt, values, strongStarts }
  }

  private step(node: number, unit: number, depth: number): number {
    let id = this.ids[unit] ?? 0
    if (id === 0) {
      id = ++this.idCount
      this.ids[unit] = id
      if (id >= 1 << ID_BITS) throw new Error('Too many different characters in phrases: widen ID_BITS')
    }
    if (depth === 0) {
      const { units } = this.characters
      units[unit] = (units[unit] ?? 0) | STARTS
      return id
    }
    if (depth === 1) {
      const bit = pairBit(node, id)
      this.pairs[bit >> 3] = (this.pairs[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
    return this.child(edgeOf(node, id))
  }

  private child(edge: number): number {
    let slot = edgeSlot(edge, this.edgeMask)
    for (let found = this.edgeKeys[slot]; found !== 0; found = this.edgeKeys[slot]) {
      if (found === edge) return this.edgeNodes[slot] ?? 0
      slot = (slot + 1) & this.edgeMask
    }
    const node = this.nodeCount++
    if (node >= 1 << NODE_BITS) throw new Error('Too many phrases: widen NODE_BITS')
    this.edgeKeys[slot] = edge
    this.edgeNodes[slot] = node
    return node
  }

  private addValue(node: number, key: Uint16Array, length: number, choices: string, choiceStart: number): number {
    const { kinds, values } = this
    const { units } = this.characters
    const start = this.valueCount
    let choiceAt = choiceStart
    for (let at = 0; at < length; at++) {
      const unit = key[at] ?? 0
      const kind = kinds[unit]
      if (kind === 0 || (kind === CHOSEN && choices.charCodeAt(choiceAt) === CHOICE_ZERO)) {
        if (kind === CHOSEN) choiceAt++
        values[this.valueCount++] = unit + (units[unit] ?? 0)
        continue
      }
      const low = at + 1 < length ? (key[at + 1] ?? 0) : 0
      const isPair = (unit & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00
      if (isPair) at++
      const code = isPair ? ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : unit
      const group = this.choices.get(code)
      const choice = group === undefined ? 0 : choices.charCodeAt(choiceAt++) - CHOICE_ZERO
      const chosen = choice === 0 || group === undefined ? undefined : [...group][choice]
      const text = chosen ?? characterResult(this.characters, code)
      for (let index = 0; index < text.length; index++) values[this.valueCount++] = text.charCodeAt(index)
    }
    this.valueAt[node] = (start << VALUE_LENGTH_BITS) | (this.valueCount - start)
    return choiceAt
  }
}
