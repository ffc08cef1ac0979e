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

/** Gives equal texts equal numbers; one for all texts that are compared. */
export type Numbers = Map<string, number>

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
    const code = text.codePointAt(at) ?? 0
    const kind = kindOf(code)
    if (at > 0 && (kind !== before || kind === SINGLE)) starts.push(at)
    before = kind
    if (code > 0xffff) at += 1
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

/** Numbers of longer tokens begin behind those of all characters. */
const CHARACTERS = 0x110000

function tokensOf(text: string, starts: readonly number[], numbers: Numbers): Tokens {
  const tokens = { text, ids: new Int32Array(starts.length - 1), starts: Int32Array.from(starts), words: 0 }
  for (let index = 0; index < tokens.ids.length; index++) {
    const from = starts[index] ?? 0
    const to = starts[index + 1] ?? 0
    tokens.ids[index] = to - from === 1 ? text.charCodeAt(from) : numberOf(text.slice(from, to), numbers)
    if (!isSpaceAt(tokens, index)) tokens.words += 1
  }
  return tokens
}

function numberOf(token: string, numbers: Numbers): number {
  const known = numbers.get(token)
  if (known !== undefined) return known
  const number = CHARACTERS + numbers.size
  numbers.set(token, number)
  return number
}
