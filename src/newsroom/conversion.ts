import { Converter } from 'opencc-js/t2cn'
import type { Override } from '../article/content.ts'
import { convertBody } from '../article/convert-body.ts'
import type { Derivation } from './derive.ts'

const convert = Converter({ from: 'hk', to: 'cn' })

/** How the derived edition of an article is made: the engine with the article's own overrides. */
export function derivationFor(_overrides: readonly Override[]): Derivation {
  return {
    text: (text) => convert(text),
    markdown: (markdown) => {
      const converted = convertBody(markdown, (runs) =>
        runs.map((run) => (run.protected ? run.text : convert(run.text))),
      )
      return converted.ok ? converted.markdown : markdown
    },
    version: 'opencc-js',
  }
}
