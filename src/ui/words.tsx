import { markLanguages } from '../article/language-marks.ts'
import type { Edition } from '../edition/editions.ts'

/** Plain text of an edition, with passages in another language marked for the voice that reads them (WCAG 3.1.2). */
export function Words({ text, edition }: { text: string; edition: Edition }) {
  return (
    <>
      {markLanguages(text, edition).map((part) =>
        part.lang === undefined ? part.text : <span lang={part.lang}>{part.text}</span>,
      )}
    </>
  )
}
