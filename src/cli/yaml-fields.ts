/**
 * Reading YAML that people write by hand: every field is asked for by name, and whatever is wrong is said with the file,
 * the line and the field.
 */
import { Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit, type YAMLMap } from 'yaml'

/** Something in a content file that its writer has to mend. */
export class ContentFileError extends Error {
  constructor(where: { file: string; line: number; field?: string }, problem: string) {
    super(`${where.file}:${where.line}: ${where.field ? `${where.field}: ` : ''}${problem}`)
    this.name = 'ContentFileError'
  }
}

/** Where a text stands: its file, and the line of the file on which it begins. */
export interface Place {
  file: string
  firstLine: number
}

/**
 * Reads a YAML text whose top is a mapping. `read` must ask for every field that may occur: one that it did not ask for
 * is reported as unknown, so that a misspelt name is never silently ignored.
 *
 * @returns what `read` made, and the comment at the head of the text ('' when there is none)
 * @throws ContentFileError
 */
export function readYaml<T>(
  text: string,
  place: Place,
  read: (fields: YamlFields) => T,
): { value: T; comment: string } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => place.firstLine + Math.max(lines.linePos(offset).line, 1) - 1
  const [error] = document.errors
  if (error) throw new ContentFileError({ file: place.file, line: lineAt(error.pos[0]) }, error.message)
  if (!isMap(document.contents)) {
    throw new ContentFileError({ file: place.file, line: place.firstLine }, 'write fields here, as in "title: …"')
  }
  const fields = new YamlFields(document.contents, '', { file: place.file, lineAt })
  const value = read(fields)
  fields.refuseUnknown()
  return { value, comment: document.commentBefore ?? '' }
}

/** Of several lines, the first is empty, or one begins or ends in white space: a YAML block cannot be trusted with it. */
const isUnfitForBlock = (text: string) => text.includes('\n') && /^\n|(^|\n)[^\S\n]|[^\S\n](\n|$)/.test(text)

/**
 * Writes what `readYaml` reads. Fields of the top that are '' or an empty list are left out, and those of rows that are
 * undefined. Lines are never folded, so that a change of one word is a change of one line.
 */
export function writeYaml(fields: object, comment = ''): string {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  const document = new Document(Object.fromEntries(kept))
  if (comment !== '') document.commentBefore = comment
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && isUnfitForBlock(node.value)) node.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: 'literal', singleQuote: true })
}

interface Source {
  file: string
  lineAt: (offset: number) => number
}

/** The fields of one mapping. */
export class YamlFields {
  readonly #map: YAMLMap
  readonly #path: string
  readonly #source: Source
  readonly #known = new Set<string>()

  constructor(map: YAMLMap, path: string, source: Source) {
    this.#map = map
    this.#path = path
    this.#source = source
  }

  /** An error about one field, for the caller to throw; it names the line on which the field stands. */
  error(key: string, problem: string): ContentFileError {
    return this.#errorAt(this.#map.get(key, true) ?? this.#map, this.#name(key), problem)
  }

  /** A text; `fallback` where the field is absent, and an error where there is no fallback. */
  text(key: string, fallback?: string): string {
    const node = this.#get(key)
    if (node === undefined) {
      if (fallback === undefined) throw this.error(key, 'this field is needed')
      return fallback
    }
    return this.#text(node, this.#name(key))
  }

  /** A text that must look like `pattern`; `advice` says in words what that is. */
  shaped(key: string, pattern: RegExp, advice: string, fallback?: string): string {
    const text = this.text(key, fallback)
    if (text !== fallback && !pattern.test(text)) throw this.error(key, `"${text}" is not ${advice}`)
    return text
  }

  choice<T extends string>(key: string, choices: readonly T[]): T {
    const text = this.text(key)
    const chosen = choices.find((choice) => choice === text)
    if (chosen === undefined) throw this.error(key, `"${text}" is not one of ${choices.join(', ')}`)
    return chosen
  }

  /** A list of texts; empty where the field is absent. */
  texts(key: string): string[] {
    return this.#items(key).map((node, index) => this.#text(node, `${this.#name(key)}[${index}]`))
  }

  /** A list of mappings, each read by `read`; empty where the field is absent. */
  records<T>(key: string, read: (fields: YamlFields) => T): T[] {
    return this.#items(key).map((node, index) => this.#read(node, `${this.#name(key)}[${index}]`, read))
  }

  /** One mapping that must be there. */
  record<T>(key: string, read: (fields: YamlFields) => T): T {
    const node = this.#get(key)
    if (node === undefined) throw this.error(key, 'this field is needed')
    return this.#read(node, this.#name(key), read)
  }

  /** One mapping, or nothing where the field is absent. */
  optionalRecord<T>(key: string, read: (fields: YamlFields) => T): [] | [T] {
    const node = this.#get(key)
    return node === undefined ? [] : [this.#read(node, this.#name(key), read)]
  }

  /** Called when all fields have been asked for. */
  refuseUnknown(): void {
    for (const { key } of this.#map.items) {
      const name = isScalar(key) ? String(key.value) : String(key)
      if (this.#known.has(name)) continue
      throw this.#errorAt(key, this.#name(name), `no such field; there are ${[...this.#known].join(', ')}`)
    }
  }

  #get(key: string): unknown {
    this.#known.add(key)
    const node = this.#map.get(key, true)
    return isScalar(node) && node.value === null ? undefined : node
  }

  #items(key: string): unknown[] {
    const node = this.#get(key)
    if (node === undefined) return []
    if (!isSeq(node)) throw this.error(key, 'write a list here, each entry on its own line after "- "')
    return node.items
  }

  #text(node: unknown, name: string): string {
    if (isScalar(node) && typeof node.value === 'string') return node.value
    if (!isScalar(node)) throw this.#errorAt(node, name, 'write a text here')
    throw this.#errorAt(node, name, `put it in quotation marks: '${node.source ?? String(node.value)}'`)
  }

  #read<T>(node: unknown, name: string, read: (fields: YamlFields) => T): T {
    if (!isMap(node)) throw this.#errorAt(node, name, 'write fields here, as in "label: …"')
    const fields = new YamlFields(node, name, this.#source)
    const value = read(fields)
    fields.refuseUnknown()
    return value
  }

  #name(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`
  }

  #errorAt(node: unknown, field: string, problem: string): ContentFileError {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    return new ContentFileError({ file: this.#source.file, line: this.#source.lineAt(offset), field }, problem)
  }
}
