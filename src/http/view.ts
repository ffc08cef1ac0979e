import { DEFAULT_EDITION, parseEdition } from '../edition/editions.ts'
import type { View } from '../routes.ts'

/** How the reader of an address looks: errors below an edition's path speak that edition too. */
export function viewOf(url: URL): View {
  const [, first = ''] = url.pathname.split('/')
  return {
    edition: parseEdition(first.toLowerCase()) ?? DEFAULT_EDITION,
    images: url.searchParams.get('images') !== '0',
  }
}
