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
}

/**
 * Notes the facts of each match and blanks the match. Where `read` returns `undefined` the match is left for later
 * readers; where it returns none, it is blanked all the same.
 */
export function takeFacts(
  reading: Reading,
  pattern: RegExp,
  read: (groups: readonly (string | undefined)[], text: string, at: number) => Pick<Fact, 'kind' | 'key'>[] | undefined,
): void {
  const text = reading.text
  let rest = ''
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const facts = read(match, text, match.index)
    if (!facts) continue
    const own = match[0].trim()
    for (const fact of facts) reading.facts.push({ ...fact, text: own, at: match.index + match[0].indexOf(own) })
    rest += text.slice(end, match.index) + blank(match[0])
    end = match.index + match[0].length
  }
  reading.text = rest + text.slice(end)
}

/** As long as what stood there, and part of no pattern. */
export function blank(text: string): string {
  return '\u0000'.repeat(text.length)
}
