/**
 * OpenCC's own algorithm, written down for the build: normalise, cut the text at known phrases, then run each stage over
 * each piece. It is slow and plain on purpose; the flattened tables must give what this gives.
 */
import type { Dictionary } from './opencc-source.ts'

/** A group of dictionaries that are searched as one; the first dictionary that knows a key wins. */
export class Stage {
  readonly rows = new Map<string, string>()
  private lengthMax = 0
  private readonly starts = new Set<string>()

  constructor(dictionaries: readonly Dictionary[]) {
    for (const dictionary of dictionaries) {
      for (const [from, to] of dictionary) {
        if (this.rows.has(from)) continue
        this.rows.set(from, to)
        this.lengthMax = Math.max(this.lengthMax, from.length)
        this.starts.add(from.slice(0, 1))
      }
    }
  }

  /** The longest key that starts at `index`, or '' if there is none. */
  longestAt(text: string, index: number): string {
    if (!this.starts.has(text.charAt(index))) return ''
    for (let length = Math.min(this.lengthMax, text.length - index); length > 0; length--) {
      const key = text.slice(index, index + length)
      if (this.rows.has(key)) return key
    }
    return ''
  }

  convert(text: string): string {
    let out = ''
    for (let index = 0; index < text.length; ) {
      const key = this.longestAt(text, index)
      const step = key === '' ? unmatchedLength(text, index) : key.length
      out += key === '' ? text.slice(index, index + step) : this.rows.get(key)
      index += step
    }
    return out
  }

  /** Cuts the text into phrases of this stage and what stands between them. */
  segment(text: string): string[] {
    const pieces: string[] = []
    let open = 0
    for (let index = 0; index < text.length; ) {
      const key = this.longestAt(text, index)
      if (key === '') {
        index += unmatchedLength(text, index)
        continue
      }
      if (index > open) pieces.push(text.slice(open, index))
      pieces.push(key)
      index += key.length
      open = index
    }
    if (text.length > open) pieces.push(text.slice(open))
    return pieces
  }
}

export interface Chain {
  normalise: Stage
  segmentation: Stage
  stages: readonly Stage[]
}

export function runChain(chain: Chain, text: string): string {
  return chain.segmentation
    .segment(chain.normalise.convert(text))
    .map((piece) => chain.stages.reduce((current, stage) => stage.convert(current), piece))
    .join('')
}

function unmatchedLength(text: string, index: number): number {
  const end = describedEnd(text, index)
  return end > index ? end - index : codePointLength(text, index)
}

function codePointLength(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
}

/** End of an ideographic description sequence (⿰亻尔) that starts here, or 0: OpenCC leaves its parts alone. */
function describedEnd(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code < 0x2ff0 || code > 0x2fff) return 0
  const parts = code === 0x2ff2 || code === 0x2ff3 ? 3 : 2
  let end = index + 1
  for (let part = 0; part < parts; part++) {
    if (end >= text.length) return 0
    end = describedEnd(text, end) || end + codePointLength(text, end)
  }
  return end
}
