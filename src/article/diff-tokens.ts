/** Texts in the pieces that a comparison takes for units. */
import { characterKinds } from './character-kinds.ts'

export interface Tokens {
  text: string
  /** A number for each token, equal for equal tokens: comparing numbers is faster than comparing texts. */
  ids: Int32Array
  /** Offset of each token in the text, and of its end. */
  starts: Int32Array
  /** How many tokens are no spaces. */
  words: number
}

/** Numbers of longer tokens begin behind those of all characters of 16 bits. */
const CHARACTERS = 0x10000

/** Gives equal texts equal numbers, and counts by them; one for all texts that are compared. */
export class Numbers {
  readonly #longer = new Map<string, number>()
  #counts = new Int32Array(2 * CHARACTERS)

  of(token: string): number {
    const known = this.#longer.get(token)
    if (known !== undefined) return known
    const number = CHARACTERS + this.#longer.size
    this.#longer.set(token, number)
    if (number >= this.#counts.length) this.#counts = new Int32Array(2 * number)
    return number
  }

  /** Gives `use` how often each number stands in `ids`; it may count down. */
  counted<Result>(ids: Int32Array, use: (counts: Int32Array) => Result): Result {
    const counts = this.#counts
    for (let at = 0; at < ids.length; at++) counts[ids[at] ?? 0] = (counts[ids[at] ?? 0] ?? 0) + 1
    const result = use(counts)
    for (let at = 0; at < ids.length; at++) counts[ids[at] ?? 0] = 0
    return result
  }
}

/** The characters of the tokens from one index to another. */
export function textOf({ text, starts }: Tokens, from: number, to: number): string {
  return text.slice(starts[from], starts[to])
}

export function isSpaceAt({ text, starts }: Tokens, index: number): boolean {
  return kindOf(text.charCodeAt(starts[index] ?? 0)) === SPACE
}

/** Lines, each with its line feed. */
export function lineTokens(text: string, numbers: Numbers): Tokens {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  if (starts.at(-1) !== text.length) starts.push(text.length)
  return tokensOf(text, starts, numbers)
}

/** Latin words and numbers stay whole, and so do spaces; every other character stands for itself. */
export function wordTokens(text: string, numbers: Numbers): Tokens {
  const starts = [0]
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code & 0xfc00) === 0xdc00) continue // the second half of a character
    const kind = kindOf(code)
    if (at > 0 && (kind !== before || kind === SINGLE)) starts.push(at)
    before = kind
  }
  if (text !== '') starts.push(text.length)
  return tokensOf(text, starts, numbers)
}

const WORD = 1
const SPACE = 2
const SINGLE = 3

const kindOf = characterKinds((character) => {
  if (/[\p{Script=Latin}\p{N}\p{M}'’]/u.test(character)) return WORD
  return /\s/.test(character) ? SPACE : SINGLE
})

function tokensOf(text: string, starts: readonly number[], numbers: Numbers): Tokens {
  const tokens = { text, ids: new Int32Array(starts.length - 1), starts: new Int32Array(starts), words: 0 }
  for (let index = 0; index < tokens.ids.length; index++) {
    const from = starts[index] ?? 0
    const to = starts[index + 1] ?? 0
    tokens.ids[index] = to - from === 1 ? text.charCodeAt(from) : numbers.of(text.slice(from, to))
    if (!isSpaceAt(tokens, index)) tokens.words += 1
  }
  return tokens
}
