/**
 * What changed between two texts: line by line first, then inside changed lines Han by Han and Latin word by word, as
 * readers of each script see a change. The algorithm is that of Myers, "An O(ND) Difference Algorithm" (1986).
 */

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More edits than this are not searched for: the stretch counts as replaced whole. Keeps memory below 10 MB. */
const EDITS_MAX = 1000

/** Parts in order: 'same' and 'removed' together give `before`, 'same' and 'added' give `after`. */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const parts: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '' && added !== '') parts.push(...merge(diffTokens(words(removed), words(added))))
    else if (removed !== '') parts.push({ kind: 'removed', text: removed })
    else if (added !== '') parts.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of diffTokens(lines(before), lines(after))) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      parts.push({ kind, text })
    }
  }
  flush()
  return merge(parts)
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Latin words and numbers stay whole; every other character stands for itself. */
function words(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}\p{M}'’]+|\s+|[\s\S]/gu) ?? []
}

function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last?.kind === part.kind) merged[merged.length - 1] = { kind: part.kind, text: last.text + part.text }
    else if (part.text !== '') merged.push(part)
  }
  return merged
}

function diffTokens(before: readonly string[], after: readonly string[]): DiffPart[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let endBefore = before.length
  let endAfter = after.length
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1
    endAfter -= 1
  }
  return [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...shortestEdit(before.slice(start, endBefore), after.slice(start, endAfter)),
    { kind: 'same', text: before.slice(endBefore).join('') },
  ]
}

/** The frontier of each number of edits, kept so that the way back can be walked. */
function shortestEdit(before: readonly string[], after: readonly string[]): DiffPart[] {
  const n = before.length
  const m = after.length
  const limit = Math.min(n + m, EDITS_MAX)
  const offset = limit + 1
  let frontier = new Int32Array(2 * limit + 3)
  const history: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits++) {
    history.push(frontier.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = frontier[offset + diagonal + 1] ?? 0
      const right = (frontier[offset + diagonal - 1] ?? 0) + 1
      const goesDown = diagonal === -edits || (diagonal !== edits && right - 1 < down)
      let x = goesDown ? down : right
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x += 1
      frontier[offset + diagonal] = x
      if (x >= n && x - diagonal >= m) return walkBack(before, after, history)
    }
    frontier = frontier.slice()
  }
  return [
    { kind: 'removed', text: before.join('') },
    { kind: 'added', text: after.join('') },
  ]
}

function walkBack(before: readonly string[], after: readonly string[], history: readonly Int32Array[]): DiffPart[] {
  const parts: DiffPart[] = []
  let x = before.length
  let y = after.length
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const frontier = history[edits] ?? new Int32Array()
    /** `frontier` was cut to the diagonals from -edits-1 to edits+1. */
    const at = (diagonal: number) => frontier[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const goesDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const previous = goesDown ? diagonal + 1 : diagonal - 1
    const startX = edits === 0 ? 0 : at(previous)
    const startY = edits === 0 ? 0 : startX - previous
    while (x > startX && y > startY && before[x - 1] === after[y - 1]) {
      x -= 1
      y -= 1
      parts.push({ kind: 'same', text: before[x] ?? '' })
    }
    if (edits === 0) break
    if (goesDown) parts.push({ kind: 'added', text: after[startY] ?? '' })
    else parts.push({ kind: 'removed', text: before[startX] ?? '' })
    x = startX
    y = startY
  }
  return parts.reverse()
}
