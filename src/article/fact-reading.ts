/** Reading a text for facts, one kind after another. */

export type FactKind = 'date' | 'number' | 'percentage' | 'phone' | 'address'

export interface Fact {
  kind: FactKind
  /** Equal for equal facts: `2022-12-22` or `--12-22`, `1700000000`, `5`, `+85231663993`, `cyberport.hk/about`. */
  key: string
  /** As it stands in the text. */
  text: string
  /** UTF-16 offset. */
  at: number
}

/** A text in which what was found is blanked out, so that each digit is read once. Offsets stay. */
export interface Reading {
  text: string
  facts: Fact[]
  values: Set<number>
  /** Days whose month is not said. */
  days: Set<number>
  /** Without Han there is nothing to find for half of the patterns. */
  hasHan: boolean
}

/** What one match says; it is given its groups, the text and the offset at which it begins. */
type ReadMatch = (
  groups: readonly (string | undefined)[],
  text: string,
  at: number,
) => Pick<Fact, 'kind' | 'key'>[] | undefined

/**
 * Notes the facts of each match and blanks the match. Where `read` returns `undefined` the match is left for later
 * readers; where it returns none, it is blanked all the same.
 *
 * What is rare is found many times faster than what may begin anywhere. So a pattern may begin with its rarest part and
 * look behind for what stands before it, in a group named `before`: that belongs to the match.
 */
export function takeFacts(reading: Reading, pattern: RegExp, read: ReadMatch): void {
  takeMatches(reading, reading.text.matchAll(pattern), read)
}

/** The same with matches that were found in another way, in their order. */
export function takeMatches(reading: Reading, matches: Iterable<RegExpExecArray>, read: ReadMatch): void {
  const { text, facts } = reading
  let rest = ''
  let end = 0
  for (const match of matches) {
    const start = match.index - (match.groups?.before?.length ?? 0)
    // Looking behind does not stop at what was taken.
    if (start < end) continue
    const said = read(match, text, start)
    if (!said) continue
    const stop = match.index + match[0].length
    const words = text.slice(start, stop)
    const own = words.trim()
    for (const { kind, key } of said) facts.push({ kind, key, text: own, at: start + words.indexOf(own) })
    rest += text.slice(end, start) + blank(words)
    end = stop
  }
  if (end > 0) reading.text = rest + text.slice(end)
}

/**
 * The matches of `pattern`, which takes no white space, in those words of a text in which there is a `sign` of one: a
 * pattern that may begin with any letter is slow. Words end at spaces and line breaks.
 */
export function* matchesInWords(text: string, sign: RegExp, pattern: RegExp): Generator<RegExpExecArray> {
  let end = 0
  for (const { index } of text.matchAll(sign)) {
    if (index < end) continue
    let start = index
    while (start > end && !BREAK.test(text.charAt(start - 1))) start -= 1
    end = index
    while (end < text.length && !BREAK.test(text.charAt(end))) end += 1
    for (const match of text.slice(start, end).matchAll(pattern)) {
      match.index += start
      yield match
    }
  }
}

const BREAK = /[ \n]/

/** As long as what stood there, and part of no pattern. */
export function blank(text: string): string {
  return '\u0000'.repeat(text.length)
}
