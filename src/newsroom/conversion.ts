import type { Override } from '../article/content.ts'
import { convertBody } from '../article/convert-body.ts'
import type { Converter } from '../convert/converter.ts'
import type { Glossary } from '../convert/glossary.ts'
import type { Run } from '../convert/options.ts'
import type { Trace } from '../convert/trace.ts'
import type { ChineseEdition } from '../edition/editions.ts'
import type { Derivation } from './derive.ts'

export interface DerivationOptions {
  /** The edition that editors write; the other Chinese edition is derived from it. */
  source: ChineseEdition
  overrides: readonly Override[]
  glossary?: Glossary
  /** People's names as the source edition writes them. */
  names?: readonly string[]
  /** Quotation marks of the derived edition; Mainland ones if absent. */
  quotes?: 'mainland' | 'keep'
}

/** A derivation that can say who decided what. */
export interface TracedDerivation extends Derivation {
  /** Traces the conversion of the runs of one text. */
  trace: (runs: readonly Run[]) => Trace
}

/** How the derived edition of an article is made: the engine with the site's glossary and the article's own overrides. */
export function derivationFor(converter: Converter, options: DerivationOptions): TracedDerivation {
  const { source, overrides, glossary, names, quotes = 'mainland' } = options
  const conversion = {
    from: source,
    to: derivedEdition(source),
    overrides,
    quotes,
    ...(glossary ? { glossary } : {}),
    ...(names ? { names } : {}),
  }
  return {
    text: (text) => converter.convert(text, conversion),
    markdown: (markdown) => {
      const converted = convertBody(markdown, (runs) => converter.convertRuns(runs, conversion))
      /** A body over a limit stays as it is: rendering refuses it with the reason. */
      return converted.ok ? converted.markdown : markdown
    },
    trace: (runs) => converter.traceRuns(runs, conversion),
    version: converter.version(conversion),
  }
}

/** The Chinese edition that is not written. */
export function derivedEdition(source: ChineseEdition): ChineseEdition {
  return source === 'zh-hant' ? 'zh-hans' : 'zh-hant'
}
