/** The conversion engine as the Worker has it: with the dictionaries that are part of its code and the site's glossary. */
import type { ArticleContent } from '../article/content.ts'
import { type Converter, createConverter } from '../convert/converter.ts'
import { glossaryFromEntries } from '../convert/glossary.ts'
import { workerTables } from '../convert/worker-tables.ts'
import type { Db } from '../db/client.ts'
import { findConversionData } from '../db/glossary.ts'
import { derivationFor, type TracedDerivation } from './conversion.ts'

let converter: Converter | undefined

/** How the derived edition of this content is made, with everything that the site has decided. */
export async function siteDerivation(
  db: Db,
  { sourceEdition, overrides }: Pick<ArticleContent, 'sourceEdition' | 'overrides'>,
): Promise<TracedDerivation> {
  converter ??= createConverter(workerTables)
  const { entries, names, quotes } = await findConversionData(db)
  return derivationFor(converter, {
    source: sourceEdition,
    overrides,
    glossary: glossaryFromEntries(entries),
    names: names[sourceEdition],
    quotes,
  })
}
