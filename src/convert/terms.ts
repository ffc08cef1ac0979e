/** Whole terms searched in a text: overrides, glossary, names, vocabulary. Leftmost, then longest. */

export interface Term {
  from: string
  to: string
  /** Shown to editors as the rule that decided. */
  rule: string
}

interface TermNode {
  next: Map<number, TermNode>
  term: Term | undefined
}

/** Compiled once, searched often. Searching takes time linear in the text, times the longest term. */
export class TermIndex {
  readonly size: number
  private readonly root: TermNode = { next: new Map(), term: undefined }

  /** Of two terms with the same `from` the first counts; terms with an empty `from` are ignored. */
  constructor(terms: Iterable<Term>) {
    let size = 0
    for (const term of terms) {
      if (term.from === '') continue
      let node = this.root
      for (let index = 0; index < term.from.length; index++) {
        const unit = term.from.charCodeAt(index)
        let next = node.next.get(unit)
        if (!next) {
          next = { next: new Map(), term: undefined }
          node.next.set(unit, next)
        }
        node = next
      }
      node.term ??= term
      size++
    }
    this.size = size
  }

  /** The longest term that starts at `index` and ends by `end`. */
  longestAt(text: string, index: number, end: number): Term | undefined {
    let node = this.root.next.get(text.charCodeAt(index))
    let found = node?.term
    for (let at = index + 1; node && at < end; at++) {
      node = node.next.get(text.charCodeAt(at))
      if (node?.term) found = node.term
    }
    return found
  }

  /** Whether any term starts with this unit. */
  startsWith(unit: number): boolean {
    return this.root.next.has(unit)
  }
}
