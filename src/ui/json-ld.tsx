import { raw } from 'hono/html'
import type { Graph } from 'schema-dts'
import { clean } from '../article/clean-text.ts'

/**
 * Structured data as a data block, which browsers do not run and the Content Security Policy does not concern. `<` is
 * written as an escape, so that no text can end the block or begin a comment (HTML, 4.12.1.3).
 */
export function JsonLd({ data }: { data: Graph }) {
  const written = JSON.stringify(data)
  const json = isClean(written)
    ? written
    : JSON.stringify(data, (_, value) => (typeof value === 'string' ? clean(value) : value))
  return <script type="application/ld+json">{raw(json.replaceAll('<', '\\u003c'))}</script>
}

/** To look once is faster than to clean each text. Controls and lone surrogates are escapes here, the rest is itself. */
function isClean(json: string): boolean {
  return !/\\[bfru]/.test(json) && clean(json) === json
}
