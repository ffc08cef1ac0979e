/** The conversion engine as the Worker has it: with the dictionaries that are part of its code and the site's glossary. */
import type { ArticleContent } from '../article/content.ts'
import { type Converter, createConverter } from '../convert/converter.ts'
import { type Glossary, type GlossaryEntry, glossaryFromEntries } from '../convert/glossary.ts'
import { workerTables } from '../convert/worker-tables.ts'
import type { Db } from '../db/client.ts'
import { type ConversionData, findConversionData, type StoredEntry } from '../db/glossary.ts'
import { derivationFor, type TracedDerivation } from './conversion.ts'

let converter: Converter | undefined

/** What decides which conversion. */
export type DerivedFrom = Pick<ArticleContent, 'sourceEdition' | 'overrides'>

/** Everything that the site has decided about its conversion, read once for many texts. */
export interface SiteConversion {
  entries: readonly StoredEntry[]
  /** How the derived edition of this content is made. */
  derivation: (content: DerivedFrom) => TracedDerivation
  /** The same with another glossary. */
  withGlossary: (entries: readonly GlossaryEntry[]) => SiteConversion
}

export async function siteConversion(db: Db): Promise<SiteConversion> {
  const data = await findConversionData(db)
  return conversionWith(data, compiled(data.entries))
}

/** How the derived edition of this content is made, with everything that the site has decided. */
export async function siteDerivation(db: Db, content: DerivedFrom): Promise<TracedDerivation> {
  return (await siteConversion(db)).derivation(content)
}

function conversionWith(data: ConversionData, glossary: Glossary): SiteConversion {
  return {
    entries: data.entries,
    derivation: ({ sourceEdition, overrides }) => {
      converter ??= createConverter(workerTables)
      const { quotes, names } = data
      return derivationFor(converter, {
        source: sourceEdition,
        overrides,
        glossary,
        names: names[sourceEdition],
        quotes,
      })
    },
    withGlossary: (entries) => conversionWith(data, compiled(entries)),
  }
}

interface Compiled {
  entries: readonly GlossaryEntry[]
  glossary: Glossary
}

/** The glossary as it stands, and what it would be with a change that somebody looks at. */
const COMPILED_MAX = 2
let kept: readonly Compiled[] = []

/** Compiling a thousand entries takes milliseconds; mostly they are those of the request before. */
function compiled(entries: readonly GlossaryEntry[]): Glossary {
  const same = kept.find((one) => isSame(one.entries, entries))
  const found = same ?? { entries, glossary: glossaryFromEntries(entries) }
  kept = [found, ...kept.filter((one) => one !== found)].slice(0, COMPILED_MAX)
  return found.glossary
}

function isSame(some: readonly GlossaryEntry[], others: readonly GlossaryEntry[]): boolean {
  return some.length === others.length && some.every((row, at) => isEqual(row, others[at]))
}

function isEqual(one: GlossaryEntry, other: GlossaryEntry | undefined): boolean {
  return (
    one.hant === other?.hant && one.hans === other.hans && one.direction === other.direction && one.kind === other.kind
  )
}
