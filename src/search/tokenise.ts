/**
 * Text -> search tokens, the same for what is indexed and for what is asked.
 *
 * Chinese has no spaces between words, and every dictionary of words misses some. So a run of Han gives its overlapping
 * pairs and its last character: 數碼港 -> 數碼 碼港 港. A word of two characters is then one token, a longer one a phrase,
 * and a single character the beginning of a token. Words of other scripts and numbers are tokens as they stand.
 */
import { fold } from './fold.ts'

export interface Token {
  /** Folded, and safe to stand inside a quoted FTS5 string. */
  text: string
  /** UTF-16 offsets in the text. */
  start: number
  end: number
}

/** A stretch that is tokenised alike. Marks belong to the word that they stand on. */
export interface Run {
  kind: 'han' | 'word' | 'number'
  /** Folded. */
  text: string
  start: number
}

const RUN = /\p{Script=Han}+|\p{N}{1,3}(?:,\p{N}{3})+(?!\p{N})|\p{N}+|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}]]+/gv

/** The runs of a text, in order. `1,900` is one number. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const { 0: run, index } of fold(text).matchAll(RUN)) {
    if (/^\p{Script=Han}/u.test(run)) runs.push({ kind: 'han', text: run, start: index })
    else if (/^[\p{N},]+$/u.test(run)) runs.push({ kind: 'number', text: run, start: index })
    else if (/[\p{L}\p{N}]/u.test(run)) runs.push({ kind: 'word', text: run, start: index })
  }
  return runs
}

/** Tokens of a text for the index. Never throws, linear in the length. */
export function tokenise(text: string): Token[] {
  return runsOf(text).flatMap((run) => (run.kind === 'han' ? [...pairsOf(run), lastOf(run)] : [wordOf(run)]))
}

/** The tokens as one column of the index stores them. */
export function indexText(text: string): string {
  return tokenise(text)
    .map((token) => token.text)
    .join(' ')
}

/** The overlapping pairs of a run of Han; none when it is one character. */
export function pairsOf({ text, start }: Run): Token[] {
  const characters = [...text]
  let at = start
  return characters.slice(0, -1).map((character, index) => {
    const pair = character + characters[index + 1]
    const token = { text: encode(pair), start: at, end: at + pair.length }
    at += character.length
    return token
  })
}

/** The last character of a run of Han. */
export function lastOf({ text, start }: Run): Token {
  const last = [...text].at(-1) ?? ''
  const end = start + text.length
  return { text: encode(last), start: end - last.length, end }
}

/** A word or a number as a token: without marks and without the commas between thousands. */
export function wordOf({ text, start }: Run): Token {
  return { text: encode(text.replace(/[\p{M},]/gu, '')), start, end: start + text.length }
}

/**
 * FTS5's unicode61 knows Unicode of 2012 and takes newer ideographs and radicals for separators. They become letters and
 * digits that it knows.
 */
function encode(text: string): string {
  return text.replace(
    /[\u{10000}-\u{10ffff}\u2e80-\u2fdf\u9fcd-\u9fff\ufa6e\ufa6f]/gu,
    (character) => `u${character.codePointAt(0)?.toString(16)}`,
  )
}
