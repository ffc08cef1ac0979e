import { isSpace } from './leaves.ts'

/** Tabs stop at every fourth column. */
const TAB_COLUMNS = 4

/** One line of the source, while containers take their marks from its beginning. */
export class Line {
  readonly source: string
  readonly end: number
  /** Offset of the next character. */
  at: number
  #column = 0
  /** Columns of a tab before `at` that nobody has taken yet. */
  #spare = 0

  /** The line from `start` to `end`, without its line break. */
  constructor(source: string, start: number, end: number) {
    this.source = source
    this.at = start
    this.end = end
  }

  /** The next character; '' at the end. */
  get next(): string {
    return this.at < this.end ? (this.source[this.at] ?? '') : ''
  }

  get isBlank(): boolean {
    for (let at = this.at; at < this.end; at++) {
      if (!isSpace(this.source.charCodeAt(at))) return false
    }
    return true
  }

  /** What is left of the line. */
  get rest(): string {
    return this.source.slice(this.at, this.end)
  }

  /** The same, with what is left of a tab as spaces. */
  get code(): string {
    return ' '.repeat(this.#spare) + this.rest
  }

  /** Takes spaces and tabs, `columnsMax` columns of them at most. Gives the columns. */
  takeSpaces(columnsMax = Number.POSITIVE_INFINITY): number {
    let taken = Math.min(this.#spare, columnsMax)
    this.#spare -= taken
    while (taken < columnsMax && this.at < this.end && isSpace(this.source.charCodeAt(this.at))) {
      const columns = this.next === '\t' ? TAB_COLUMNS - (this.#column % TAB_COLUMNS) : 1
      this.#column += columns
      this.at += 1
      const used = Math.min(columns, columnsMax - taken)
      taken += used
      this.#spare = columns - used
    }
    return taken
  }

  /** Takes characters that are no spaces. */
  take(count: number): void {
    this.at += count
    this.#column += count
  }

  /** A place to come back to when what was tried does not fit. */
  mark(): () => void {
    const [at, column, spare] = [this.at, this.#column, this.#spare]
    return () => {
      this.at = at
      this.#column = column
      this.#spare = spare
    }
  }
}
