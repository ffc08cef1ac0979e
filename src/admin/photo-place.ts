/** Putting a photo into the text of an article: which places there are, and what a choice of them makes. Pure. */
import { bodyPassages, haveSamePassages, insertBlock, type Passage } from '../article/body-places.ts'
import type { ArticleContent } from '../article/content.ts'
import { SIDES, type Side, sideEdition } from './article-form.ts'

/** The choice of a place: nowhere, or behind so many passages of the text. */
export const NOWHERE = 'nowhere'

export interface SidePlaces {
  side: Side
  passages: readonly Passage[]
}

/** The written texts with their passages; `same` when one place says it for all of them. */
export interface Places {
  sides: readonly SidePlaces[]
  same: boolean
}

export function placesIn(content: ArticleContent): Places {
  const sides = SIDES.flatMap((side) => {
    const words = content.written[sideEdition(side, content)]
    return words ? [{ side, passages: bodyPassages(words.body) }] : []
  })
  const [first, second] = sides
  return { sides, same: !first || !second || haveSamePassages(first.passages, second.passages) }
}

/** Name of the control for a place: one for all texts, or one for each. */
export function placeField(side: Side, { same }: Pick<Places, 'same'>): string {
  return same ? 'place' : `place.${side}`
}

/** Behind which unit of the source a choice puts a block: nothing chosen is the end, what is no place is undefined. */
function endOf(choice: string, passages: readonly Passage[]): number | undefined {
  if (choice === '0') return 0
  return choice === '' ? (passages.at(-1)?.end ?? 0) : passages[Number(choice) - 1]?.end
}

export type Placing =
  /** `side`: the first text that has the photo now. */
  | { ok: true; content: ArticleContent; side: Side }
  | { ok: false; errors: readonly { field: string; rule: 'unfit' | 'nowhere' }[] }

/** The article with the photo at the chosen places. `chosen` gives what a control says, '' when it is not there. */
export function withPhoto(content: ArticleContent, key: string, chosen: (field: string) => string): Placing {
  const places = placesIn(content)
  const errors: { field: string; rule: 'unfit' | 'nowhere' }[] = []
  const written = { ...content.written }
  const changed: Side[] = []
  for (const { side, passages } of places.sides) {
    const field = placeField(side, places)
    const edition = sideEdition(side, content)
    const words = content.written[edition]
    const choice = chosen(field)
    if (!words || choice === NOWHERE) continue
    const end = endOf(choice, passages)
    const made = end === undefined ? null : insertBlock(words.body, end, `![](photo:${key})`)
    if (!made?.ok) {
      errors.push({ field, rule: 'unfit' })
      continue
    }
    written[edition] = { ...words, body: made.body }
    changed.push(side)
  }
  const [side] = changed
  if (errors.length > 0) return { ok: false, errors: places.same ? errors.slice(0, 1) : errors }
  if (!side) return { ok: false, errors: [{ field: placeField('zh', places), rule: 'nowhere' }] }
  return { ok: true, content: { ...content, written }, side }
}
