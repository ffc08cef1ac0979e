/** Original and conversion side by side, for an editor who reads the whole. */
import type { ArticleContent } from '../article/content.ts'
import type { TracedDerivation } from './conversion.ts'
import { sourceTexts } from './desk.ts'

/** A stretch of a text and what became of it. */
export interface PairedStretch {
  from: string
  to: string
  kind: 'same' | 'changed' | 'doubtful'
}

export interface PairedText {
  /** Control of the article form where it is typed. */
  field: string
  stretches: readonly PairedStretch[]
}

/** Every text of the source edition in the order of the form; empty when there is none. */
export function pairedTexts(
  content: ArticleContent,
  { trace }: Pick<TracedDerivation, 'trace'>,
): readonly PairedText[] {
  const words = content.written[content.sourceEdition]
  if (!words) return []
  return sourceTexts(words).map(({ field, runs }) => {
    const stretches: PairedStretch[] = []
    for (const { from, to, confidence } of trace(runs).spans) {
      const kind = confidence === 'low' ? 'doubtful' : from === to ? 'same' : 'changed'
      const last = stretches.at(-1)
      if (last && last.kind === kind && kind !== 'doubtful') {
        stretches[stretches.length - 1] = { kind, from: last.from + from, to: last.to + to }
      } else stretches.push({ from, to, kind })
    }
    return { field, stretches }
  })
}
