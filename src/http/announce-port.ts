import type { Bindings } from '../env.ts'

/** The services that publications are announced to; undefined, as by default, where the operator named none. */
export function announcePortOf(
  { INDEXNOW_KEY: indexNowKey = '', WEBSUB_HUB: websubHub = '' }: Pick<Bindings, 'INDEXNOW_KEY' | 'WEBSUB_HUB'>,
  origin: string,
) {
  if (indexNowKey === '' && websubHub === '') return undefined
  return { origin, indexNowKey, websubHub, fetch: (url: string, init: RequestInit) => fetch(url, init) }
}
