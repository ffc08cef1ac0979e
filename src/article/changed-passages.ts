/** Where two texts of one structure differ, as people read it: the sentence, or what stands around the difference in it. */

export interface Passage {
  before: string
  after: string
}

/** Units that are shown on each side of a difference. */
const CONTEXT_UNITS = 40

/** The differing sentences in order; longer ones are cut, with an ellipsis where they go on. */
export function changedPassages(before: string, after: string): readonly Passage[] {
  const [old, young] = [sentencesOf(before), sentencesOf(after)]
  if (old.length !== young.length) return before === after ? [] : [around(before, after)]
  return old.flatMap((sentence, index) => {
    const other = young[index] ?? ''
    return sentence === other ? [] : [around(sentence, other)]
  })
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？；\n])/u)
}

function around(before: string, after: string): Passage {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const from = wholeAt(before, Math.max(0, start - CONTEXT_UNITS))
  const cut = (text: string) => {
    const end = text.length - Math.max(0, tail - CONTEXT_UNITS)
    const to = wholeAt(text, end)
    return `${from > 0 ? '…' : ''}${text.slice(from, to).trim()}${to < text.length ? '…' : ''}`
  }
  return { before: cut(before), after: cut(after) }
}

/** Not between the halves of one character. */
function wholeAt(text: string, at: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at
}
