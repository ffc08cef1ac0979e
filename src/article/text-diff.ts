/**
 * What changed between two texts: line by line first, then inside changed lines Han by Han and Latin word by word, as
 * readers of each script see a change. The algorithm is that of Myers, "An O(ND) Difference Algorithm" (1986).
 */
import { isSpaceAt, lineTokens, Numbers, type Tokens, textOf, wordTokens } from './diff-tokens.ts'

export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** More edits than this are not searched for: the stretch counts as replaced whole. Keeps memory below 10 MB. */
const EDITS_MAX = 1000

/**
 * Steps of the search inside passages, some milliseconds in all: twice as many as an article of 100 KB takes in which no
 * paragraph is as it was. After that the last passages count as replaced whole.
 */
const STEPS_MAX = 200_000

/**
 * A passage of which less than three fifths are left counts as replaced whole: the words that happen to be the same say
 * nothing, and nobody could read them or listen to them.
 */
const KEPT_SHARE_MIN = 0.6

/** Parts in order: 'same' and 'removed' together give `before`, 'same' and 'added' give `after`. */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const search: Search = { numbers: new Numbers(), stepsLeft: STEPS_MAX }
  const [oldLines, newLines] = [lineTokens(before, search.numbers), lineTokens(after, search.numbers)]
  const lines = diffTokens(oldLines, newLines, {
    editsMax: EDITS_MAX,
    search: { ...search, stepsLeft: EDITS_MAX ** 2 },
  })
  const parts: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '' && added !== '') parts.push(...diffPassage(removed, added, search))
    else if (removed !== '') parts.push({ kind: 'removed', text: removed })
    else if (added !== '') parts.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of lines) {
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

interface Search {
  numbers: Numbers
  stepsLeft: number
}

interface Limits {
  editsMax: number
  search: Search
}

/** What stood there instead of what: word by word, if enough of the words are the same. */
function diffPassage(removed: string, added: string, search: Search): readonly DiffPart[] {
  const { numbers } = search
  if (search.stepsLeft <= 0) return replaced(removed, added)
  const [before, after] = [wordTokens(removed, numbers), wordTokens(added, numbers)]
  const keptMin = ((before.words + after.words) / 2) * KEPT_SHARE_MIN
  if (sharedWords(before, after, numbers) >= keptMin) {
    const editsMax = before.ids.length + after.ids.length - 2 * keptMin
    const parts = diffTokens(before, after, { editsMax, search })
    const kept = parts.map(({ kind, text }) => (kind === 'same' ? text : ' ')).join('')
    if (wordTokens(kept, numbers).words >= keptMin) return parts
  }
  return replaced(removed, added)
}

function replaced(before: string, after: string): DiffPart[] {
  return merge([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
}

/** How many words stand on both sides, in whichever order: no more can be kept. */
function sharedWords(before: Tokens, after: Tokens, numbers: Numbers): number {
  return numbers.counted(before.ids, (left) => {
    let shared = 0
    for (let index = 0; index < after.ids.length; index++) {
      const id = after.ids[index] ?? 0
      const number = left[id] ?? 0
      if (number <= 0) continue
      if (!isSpaceAt(after, index)) shared += 1
      left[id] = number - 1
    }
    return shared
  })
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

function diffTokens(before: Tokens, after: Tokens, limits: Limits): DiffPart[] {
  const [old, young] = [before.ids, after.ids]
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1
  let [endOld, endYoung] = [old.length, young.length]
  while (endOld > start && endYoung > start && old[endOld - 1] === young[endYoung - 1]) {
    endOld -= 1
    endYoung -= 1
  }
  const runs = shortestEdit(old.subarray(start, endOld), young.subarray(start, endYoung), limits)
  const inner = runs.map(({ kind, from, to }) => ({
    kind,
    text: textOf(kind === 'added' ? after : before, start + from, start + to),
  }))
  return merge([
    { kind: 'same', text: textOf(before, 0, start) },
    ...inner,
    { kind: 'same', text: textOf(before, endOld, old.length) },
  ])
}

/** Tokens from one index to another: of the new side when they were added, else of the old one. */
interface Run {
  kind: DiffPart['kind']
  from: number
  to: number
}

/** What stands on one side alone is in no common subsequence, so the search is for the tokens that both sides have. */
function shortestEdit(old: Int32Array, young: Int32Array, { editsMax, search }: Limits): readonly Run[] {
  const [oldPlaces, youngPlaces] = [sharedPlaces(old, young, search.numbers), sharedPlaces(young, old, search.numbers)]
  const alone = old.length + young.length - oldPlaces.length - youngPlaces.length
  const [oldShared, youngShared] = [oldPlaces.map((at) => old[at] ?? 0), youngPlaces.map((at) => young[at] ?? 0)]
  const runs: Run[] = []
  let [x, y] = [0, 0]
  const replaceTo = (nextX: number, nextY: number) => {
    if (nextX > x) runs.push({ kind: 'removed', from: x, to: nextX })
    if (nextY > y) runs.push({ kind: 'added', from: y, to: nextY })
    ;[x, y] = [nextX, nextY]
  }
  for (const match of longestMatches(oldShared, youngShared, { editsMax: editsMax - alone, search })) {
    for (let at = 0; at < match.length; at++) {
      replaceTo(oldPlaces[match.old + at] ?? 0, youngPlaces[match.young + at] ?? 0)
      runs.push({ kind: 'same', from: x, to: x + 1 })
      ;[x, y] = [x + 1, y + 1]
    }
  }
  replaceTo(old.length, young.length)
  return runs
}

function sharedPlaces(tokens: Int32Array, others: Int32Array, numbers: Numbers): Int32Array {
  return numbers.counted(others, (known) => {
    const places = new Int32Array(tokens.length)
    let count = 0
    for (let at = 0; at < tokens.length; at++) {
      if (known[tokens[at] ?? 0]) places[count++] = at
    }
    return places.subarray(0, count)
  })
}

/** Tokens that are the same on both sides, from one index of each. */
interface Match {
  old: number
  young: number
  length: number
}

/** None when there are more edits than are searched for. The frontier of each number of edits is kept for the way back. */
function longestMatches(old: Int32Array, young: Int32Array, { editsMax, search }: Limits): readonly Match[] {
  const n = old.length
  const m = young.length
  const limit = Math.floor(Math.min(n + m, editsMax, EDITS_MAX))
  if (limit < 0) return []
  const offset = limit + 1
  const frontier = new Int32Array(2 * limit + 3)
  const history: Int32Array[] = []
  for (let edits = 0; edits <= limit && search.stepsLeft > 0; edits++) {
    search.stepsLeft -= edits
    history.push(frontier.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = frontier[offset + diagonal + 1] ?? 0
      const right = (frontier[offset + diagonal - 1] ?? 0) + 1
      const goesDown = diagonal === -edits || (diagonal !== edits && right - 1 < down)
      let x = goesDown ? down : right
      while (x < n && x - diagonal < m && old[x] === young[x - diagonal]) x += 1
      frontier[offset + diagonal] = x
      if (x >= n && x - diagonal >= m) return walkBack(n, m, history)
    }
  }
  return []
}

function walkBack(n: number, m: number, history: readonly Int32Array[]): readonly Match[] {
  const matches: Match[] = []
  let x = n
  let y = m
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const frontier = history[edits] ?? new Int32Array()
    /** `frontier` was cut to the diagonals from -edits-1 to edits+1. */
    const at = (diagonal: number) => frontier[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const goesDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const previous = goesDown ? diagonal + 1 : diagonal - 1
    const startX = edits === 0 ? 0 : at(previous)
    const firstSame = edits === 0 ? 0 : goesDown ? startX : startX + 1
    if (x > firstSame) matches.push({ old: firstSame, young: firstSame - diagonal, length: x - firstSame })
    x = startX
    y = startX - previous
  }
  return matches.reverse()
}
