import type { Db } from '../db/client.ts'
import { siteDerivation } from './site-derivation.ts'

/** Makes the Simplified words of a record out of its Traditional ones. */
export async function derivedFrom(db: Db): Promise<(source: string, what: 'text' | 'markdown') => string> {
  const derivation = await siteDerivation(db, { sourceEdition: 'zh-hant', overrides: [] })
  return (source, what) => (source === '' ? '' : derivation[what](source))
}
