import { markLanguages } from '../article/language-marks.ts'
import type { Edition } from '../edition/editions.ts'
import type { Marked, Span } from '../search/snippet.ts'

/** Text of an edition with what a search found in `<mark>` and passages in another language marked for the voice. */
export function FoundWords({ marked, edition }: { marked: Marked; edition: Edition }) {
  const { text, found } = marked
  let at = 0
  return (
    <>
      {markLanguages(text, edition).map((part) => {
        const start = at
        at += part.text.length
        const pieces = piecesOf(part.text, start, found)
        return part.lang === undefined ? pieces : <span lang={part.lang}>{pieces}</span>
      })}
    </>
  )
}

/** A piece of the text that begins at `offset`, with what of the finds lies in it. */
function piecesOf(text: string, offset: number, found: readonly Span[]) {
  const inside = found
    .map(({ start, end }) => ({ start: Math.max(0, start - offset), end: Math.min(text.length, end - offset) }))
    .filter(({ start, end }) => start < end)
  const ends = [0, ...inside.map(({ end }) => end)]
  return (
    <>
      {inside.map(({ start, end }, index) => (
        <>
          {text.slice(ends[index], start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
