/** How many bytes a response is on the wire, whatever the local server compresses. */
import { brotliCompressSync, constants } from 'node:zlib'

/** Cloudflare compresses dynamic responses about as well as brotli at this quality. */
const EDGE_QUALITY = 5

/** Bytes of a body after the edge compressed it. `quality` 11 is what a build can do for static files. */
export function brotliBytes(body: string | Uint8Array, quality = EDGE_QUALITY): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).byteLength
}

/** Fetches a page without a browser; gives its status and its size as the edge would send it. */
export async function pageBytes(url: string | URL): Promise<{ status: number; rawBytes: number; brotliBytes: number }> {
  const response = await fetch(url)
  const body = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, rawBytes: body.byteLength, brotliBytes: brotliBytes(body) }
}
