/** Makes the words of the derived edition out of those of the source edition. */
import type { EditionContent } from '../article/content.ts'

/** Script conversion in one direction with everything that decides it: glossary, overrides, settings. */
export interface Derivation {
  /** Converts plain text. */
  text: (text: string) => string
  /** Converts Markdown; structure, links and code stay as they are. */
  markdown: (markdown: string) => string
  /** Names engine, data, pack, glossary, names and switches: of one revision the same version gives the same result for ever. */
  version: string
}

export function deriveContent(source: EditionContent, { text, markdown }: Derivation): EditionContent {
  return {
    label: text(source.label),
    title: text(source.title),
    subtitle: text(source.subtitle),
    summary: text(source.summary),
    place: text(source.place),
    ...(source.venue === undefined ? {} : { venue: text(source.venue) }),
    body: markdown(source.body),
    downloads: source.downloads.map(({ label, url, caption }) => ({ label: text(label), url, caption: text(caption) })),
    facts: source.facts.map(({ term, detail }) => ({ term: text(term), detail: text(detail) })),
    related: source.related.map(({ label, url }) => ({ label: text(label), url })),
  }
}

/** The same derivation, which converts each text once, however often it is asked: for one request. */
export function derivingOnce({ text, markdown, version }: Derivation): Derivation {
  const once = (convert: (source: string) => string) => {
    const results = new Map<string, string>()
    return (source: string) => {
      const known = results.get(source) ?? convert(source)
      results.set(source, known)
      return known
    }
  }
  return { text: once(text), markdown: once(markdown), version }
}
