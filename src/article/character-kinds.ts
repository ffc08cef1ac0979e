/**
 * `kindOf` with a memory for every code point below U+10000: to ask regular expressions for each character of a long text
 * takes ten times as long. Kinds are numbers from 1.
 */
export function characterKinds(kindOf: (character: string) => number): (code: number) => number {
  const kinds = new Uint8Array(0x10000)
  return (code) => {
    const known = kinds[code] ?? 0
    if (known !== 0) return known
    const kind = kindOf(String.fromCodePoint(code))
    if (code < kinds.length) kinds[code] = kind
    return kind
  }
}
