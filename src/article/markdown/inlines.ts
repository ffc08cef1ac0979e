/**
 * Inline content of Markdown: one scan that collects parts, in which brackets and delimiter runs wait for their partners
 * (CommonMark 0.31, appendix "A parsing strategy").
 */
import { readReference } from './character-references.ts'
import { matchDelimiters, type Part, readDelimiters, settle } from './emphasis.ts'
import { InlineText } from './inline-text.ts'
import { piecesOf, plainText } from './inline-words.ts'
import { type Resource, readAutolink, readResource } from './links.ts'
import type { MarkdownInline, SourcePiece } from './tree.ts'

/** A stretch of source without a line break and without spaces at its beginning. */
export type InlineLine = SourcePiece

interface InlineOptions {
  /** In a cell `\|` is a bar even inside code. */
  inTable?: boolean
}

/** Parses the lines of one paragraph, heading or cell. */
export function parseInlines(
  source: string,
  lines: readonly InlineLine[],
  options: InlineOptions = {},
): readonly MarkdownInline[] {
  const text = new InlineText(source, lines)
  return new InlineParser(text, options.inTable ?? false).parse()
}

/** Everything that may begin, end or break markup. */
const SPECIAL = /[\n&*_<[\\\]`]|!(?=\[)/g

const ESCAPABLE = /[!-/:-@[-`{-~]/

interface Bracket {
  /** Index of its part. */
  part: number
  /** Offset behind it. */
  from: number
  isImage: boolean
  /** A link has no links inside: the brackets around one are text. */
  isActive: boolean
}

class InlineParser {
  readonly #text: InlineText
  readonly #inTable: boolean
  #parts: Part[] = []
  readonly #brackets: Bracket[] = []

  constructor(text: InlineText, inTable: boolean) {
    this.#text = text
    this.#inTable = inTable
  }

  parse(): readonly MarkdownInline[] {
    const { value } = this.#text
    let at = 0
    while (at < value.length) {
      SPECIAL.lastIndex = at
      const special = SPECIAL.exec(value)?.index ?? value.length
      if (value[special] === '\n') at = this.#breakLine(at, special)
      else {
        this.#literal(at, special)
        at = special < value.length ? this.#special(special) : special
      }
    }
    return settle(matchDelimiters(this.#parts, this.#text), this.#text)
  }

  /** The end of a line: two spaces before it make it a break; else it is text, whose neighbours decide what it reads as. */
  #breakLine(from: number, at: number): number {
    const { value } = this.#text
    let end = at
    while (end > from && /[ \t]/.test(value.charAt(end - 1))) end -= 1
    this.#literal(from, end)
    const spaces = value.slice(end, at)
    if (spaces.length >= 2 && !spaces.includes('\t')) this.#parts.push({ type: 'break' })
    else this.#parts.push({ type: 'text', value: '\n', pieces: [] })
    return at + 1
  }

  /** Takes what begins at a special character, as markup or as text, and gives the offset behind it. */
  #special(at: number): number {
    const { value } = this.#text
    switch (value[at]) {
      case '\\':
        return this.#escape(at)
      case '&':
        return this.#reference(at)
      case '`':
        return this.#code(at)
      case '<':
        return this.#autolink(at)
      case '!':
        return this.#openBracket(at, 2)
      case '[':
        return this.#openBracket(at, 1)
      case ']':
        return this.#closeBracket(at)
      default: {
        const delimiters = readDelimiters(value, at)
        this.#parts.push(delimiters)
        return delimiters.from + delimiters.length
      }
    }
  }

  #literal(from: number, to: number): number {
    if (to > from) this.#parts.push(this.#text.literal(from, to))
    return to
  }

  #escape(at: number): number {
    const next = this.#text.value.charAt(at + 1)
    if (next === '\n') this.#parts.push({ type: 'break' })
    else if (ESCAPABLE.test(next)) this.#parts.push({ type: 'text', value: next, pieces: [] })
    else return this.#literal(at, at + 1)
    return at + 2
  }

  #reference(at: number): number {
    const reference = readReference(this.#text.value, at)
    if (!reference) return this.#literal(at, at + 1)
    this.#parts.push({ type: 'text', value: reference.characters, pieces: [] })
    return reference.end
  }

  /** Code goes to the next run of as many backticks (CommonMark 6.1). */
  #code(at: number): number {
    const { value } = this.#text
    const runs = /`+/g
    runs.lastIndex = at
    const size = runs.exec(value)?.[0].length ?? 1
    const from = at + size
    for (let run = runs.exec(value); run; run = runs.exec(value)) {
      if (run[0].length !== size) continue
      const inside = value.slice(from, run.index)
      const words = this.#inTable ? inside.replaceAll('\\|', '|') : inside
      const isPadded = /^[ \n][\s\S]*[ \n]$/.test(words) && /[^ \n]/.test(words)
      this.#parts.push({ type: 'code', value: isPadded ? words.slice(1, -1) : words })
      return run.index + size
    }
    return this.#literal(at, from)
  }

  #autolink(at: number): number {
    const link = readAutolink(this.#text.value, at)
    if (!link) return this.#literal(at, at + 1)
    const children = [{ type: 'text' as const, value: link.text, pieces: [] }]
    this.#parts.push({ type: 'link', at: this.#text.offsetOf(at), url: link.url, children })
    return link.end
  }

  #openBracket(at: number, length: 1 | 2): number {
    const from = this.#literal(at, at + length)
    this.#brackets.push({ part: this.#parts.length - 1, from: at, isImage: length === 2, isActive: true })
    return from
  }

  #closeBracket(at: number): number {
    const bracket = this.#brackets.pop()
    const resource = bracket?.isActive ? readResource(this.#text, at + 1) : undefined
    if (!bracket || !resource) return this.#literal(at, at + 1)
    const inside = this.#parts.splice(bracket.part).slice(1)
    const children = settle(matchDelimiters(inside, this.#text), this.#text)
    this.#parts.push(
      bracket.isImage ? this.#image(bracket, children, resource) : this.#link(bracket, children, resource),
    )
    return resource.end
  }

  #link({ from }: Bracket, children: readonly MarkdownInline[], { url }: Resource): Part {
    for (const outer of this.#brackets) if (!outer.isImage) outer.isActive = false
    return { type: 'link', at: this.#text.offsetOf(from), url, children }
  }

  #image({ from }: Bracket, children: readonly MarkdownInline[], { url, title }: Resource): Part {
    const pieces = [...piecesOf(children), ...title.pieces]
    return { type: 'image', at: this.#text.offsetOf(from), url, alt: plainText(children), title: title.value, pieces }
  }
}
