/**
 * Claims: stretches of the text that the higher layers have decided before the dictionary looks at anything. A long
 * dictionary phrase can therefore never swallow a lock.
 */
import type { TermIndex } from './terms.ts'

export type ClaimLayer = 'protected' | 'override' | 'glossary' | 'name'

export interface Claim {
  start: number
  end: number
  to: string
  layer: ClaimLayer
  rule: string
}

/** Adds what `terms` finds in the gaps between the claims there are. Both lists are in order and free of overlaps. */
export function claimTerms(text: string, claims: readonly Claim[], terms: TermIndex, layer: ClaimLayer): Claim[] {
  if (terms.size === 0) return [...claims]
  const result: Claim[] = []
  let index = 0
  for (const claim of [...claims, undefined]) {
    const end = claim?.start ?? text.length
    while (index < end) {
      const term = terms.startsWith(text.charCodeAt(index)) ? terms.longestAt(text, index, end) : undefined
      if (!term) {
        index++
        continue
      }
      result.push({ start: index, end: index + term.from.length, to: term.to, layer, rule: term.rule })
      index += term.from.length
    }
    if (!claim) break
    result.push(claim)
    index = claim.end
  }
  return result
}

/** Both lists as one; where they overlap, what `higher` claims stays and the other claim is dropped. */
export function mergeClaims(higher: readonly Claim[], lower: readonly Claim[]): Claim[] {
  if (higher.length === 0) return [...lower]
  const merged: Claim[] = []
  let at = 0
  for (const claim of lower) {
    for (let next = higher[at]; next && next.start < claim.end; next = higher[++at]) merged.push(next)
    if ((merged.at(-1)?.end ?? 0) <= claim.start) merged.push(claim)
  }
  return [...merged, ...higher.slice(at)]
}
