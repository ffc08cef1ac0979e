/** Packed phrases and the blocks into which they are cut, so that a text unpacks only those that it needs. */
import { sectionUnits } from './packed-table.ts'

/** Phrases in the order of their paths, front-coded, in blocks: all phrases that begin with a unit are in one block. */
export interface PackedPhrases {
  /** Where the blocks begin; see `readBlocks`. */
  blocks: Uint8Array
  /** How many units a phrase shares with the one before, and how many follow, with the flag STRONG_MORE. */
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

/** By block: the id with which it begins, and where its phrases, their other units and their choices do. One more ends it. */
export interface Blocks {
  firsts: Uint16Array
  phrases: Uint32Array
  rests: Uint32Array
  choices: Uint32Array
  isRead: Uint8Array
  /** Whether the phrases with characters outside the BMP have been taken in: they are few, and in no block. */
  isWideRead: boolean
}

/** Four columns of numbers of two bytes: how much each value is greater than the block's before; the last block is empty. */
export function readBlocks(section: Uint8Array): Blocks {
  const steps = sectionUnits(section)
  const count = steps.length / 4
  const blocks = {
    firsts: new Uint16Array(count),
    phrases: new Uint32Array(count),
    rests: new Uint32Array(count),
    choices: new Uint32Array(count),
    isRead: new Uint8Array(count),
    isWideRead: false,
  }
  let [first, phrase, rest, choice] = [0, 0, 0, 0]
  for (let block = 0; block < count; block++) {
    blocks.firsts[block] = first += steps[block] ?? 0
    blocks.phrases[block] = phrase += steps[count + block] ?? 0
    blocks.rests[block] = rest += steps[2 * count + block] ?? 0
    blocks.choices[block] = choice += steps[3 * count + block] ?? 0
  }
  return blocks
}

/** The block that has the phrases of an id, if there are any; -1 before the first. */
export function blockOf({ firsts }: Blocks, id: number): number {
  let low = 0
  let high = firsts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((firsts[middle] ?? 0) <= id) low = middle + 1
    else high = middle
  }
  return low - 1
}
