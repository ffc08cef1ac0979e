import type { Override } from '../article/content.ts'
import { convertBody } from '../article/convert-body.ts'
import type { Converter } from '../convert/converter.ts'
import type { Glossary } from '../convert/glossary.ts'
import type { Run } from '../convert/options.ts'
import type { Trace } from '../convert/trace.ts'
import { fingerprint } from '../convert/version.ts'
import { type ChineseEdition, otherChinese } from '../edition/editions.ts'
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
    to: otherChinese(source),
    overrides,
    quotes,
    ...(glossary ? { glossary } : {}),
    ...(names ? { names } : {}),
  }
  return {
    text: (text) => (text === '' ? '' : converter.convert(text, conversion)),
    markdown: (markdown) => {
      const converted = convertBody(markdown, (runs) => {
        const [run, second] = runs
        // Most blocks are one text, and what need not be cut is converted ten times as fast.
        const isWhole = run && !second && !run.protected
        return isWhole ? [converter.convert(run.text, conversion)] : converter.convertRuns(runs, conversion)
      })
      /** A body over a limit stays as it is: rendering refuses it with the reason. */
      return converted.ok ? converted.markdown : markdown
    },
    trace: (runs) => converter.traceRuns(runs, conversion),
    version: versionOf(converter.version(conversion), names),
  }
}

/** Names decide results, too. */
function versionOf(engine: string, names: readonly string[] = []): string {
  return names.length === 0 ? engine : fingerprint([engine, ...names])
}
