/** Findings of a derived edition that the conversion brought about. */
import { allBlocks } from './body-walk.ts'
import type { CheckedEdition } from './checked-edition.ts'
import type { Finding } from './finding.ts'

interface Examined {
  checked: CheckedEdition
  findings: readonly Finding[]
}

/**
 * What was found in a derived edition and not in the same place of its source. The same rule in the same field and block
 * is the same finding where its words are the converted ones, or at least agree in all that conversion leaves alone;
 * each finding of the source answers for one. Pure; in the order of the derived edition.
 */
export function arisenFindings(derived: Examined, source: Examined, convert: (text: string) => string): Finding[] {
  const [placeInSource, placeInDerived] = [placesOf(source.checked), placesOf(derived.checked)]
  const known = new Map<string, Finding[]>()
  for (const finding of source.findings) {
    const place = placeInSource(finding)
    known.set(place, [...(known.get(place) ?? []), finding])
  }
  return derived.findings.filter((finding) => {
    const candidates = known.get(placeInDerived(finding)) ?? []
    const exact = candidates.findIndex(({ excerpt }) => convert(excerpt) === finding.excerpt)
    const index = exact === -1 ? candidates.findIndex((candidate) => isAlike(candidate, finding)) : exact
    if (index !== -1) candidates.splice(index, 1)
    return index === -1
  })
}

/** Tells rule, field and number of the block: both editions have the same blocks, though not at the same offsets. */
function placesOf({ tree }: CheckedEdition): (finding: Finding) => string {
  const starts = allBlocks(tree.blocks).map(({ at }) => at)
  return ({ rule, field, position = 0 }) => {
    const block = field === 'body' ? starts.filter((at) => at <= position).length : 0
    return `${rule} ${field} ${block}`
  }
}

function isAlike(a: Finding, b: Finding): boolean {
  return unconverted(a.excerpt) === unconverted(b.excerpt)
}

/** Conversion changes Han and quotation marks; an excerpt may be cut earlier or later for that. */
function unconverted(excerpt: string): string {
  return excerpt.replace(/[\p{Script=Han}「」『』“”‘’…]/gu, '')
}
