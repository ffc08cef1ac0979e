/**
 * Tells the outside world that something was published: IndexNow (https://www.indexnow.org/documentation) for search
 * engines, WebSub (https://www.w3.org/TR/websub/) for feed readers. Off unless the operator names a key or a hub. Nothing
 * here delays or fails a publication: call it with `ctx.waitUntil`, after the batch, for what is public now.
 */
import type { Edition } from '../edition/editions.ts'
import { type FeedFormat, href } from '../routes.ts'

/** A service that does not answer by then is left alone. */
const PATIENCE_MS = 5000

const INDEXNOW_URL = 'https://api.indexnow.org/indexnow'
const FEED_FORMATS: readonly FeedFormat[] = ['rss', 'atom', 'json']

/** Where announcements go and what they go with. */
export interface AnnouncePort {
  origin: string
  /** '' switches IndexNow off; else 8 to 128 of a–z, A–Z, 0–9 and -. The site shows it at `/<key>.txt`. */
  indexNowKey: string
  /** '' switches WebSub off; else the https address of the hub. */
  websubHub: string
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** An article of which something changed before the public. */
export interface AnnouncedChange {
  slug: string
  /** Editions that are public now, or were until now. */
  editions: readonly Edition[]
  /** Keys of the topics whose feeds changed, too. */
  topics: readonly string[]
}

export type AnnounceOptions = AnnouncePort & AnnouncedChange

export interface Announcement {
  service: 'indexnow' | 'websub'
  ok: boolean
}

/** Never throws and never takes longer than PATIENCE_MS; the result is for the log. */
export async function announce(options: AnnounceOptions): Promise<readonly Announcement[]> {
  const { indexNowKey, websubHub, editions } = options
  if (editions.length === 0) return []
  const calls = [
    ...(/^[A-Za-z0-9-]{8,128}$/.test(indexNowKey)
      ? [send('indexnow', options, INDEXNOW_URL, indexNowRequest(options))]
      : []),
    ...(/^https:\/\//.test(websubHub) ? [send('websub', options, websubHub, websubRequest(options))] : []),
  ]
  return Promise.all(calls)
}

/** Announces, and tells the operator's log what could not be: for `waitUntil`, which has nobody to tell. */
export async function announceAndLog(port: AnnouncePort, change: AnnouncedChange): Promise<void> {
  for (const { service, ok } of await announce({ ...port, ...change })) {
    if (!ok) console.error(JSON.stringify({ event: 'not-announced', service, slug: change.slug }))
  }
}

async function send(
  service: Announcement['service'],
  { fetch }: AnnounceOptions,
  url: string,
  request: RequestInit,
): Promise<Announcement> {
  try {
    const response = await fetch(url, { ...request, method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) })
    await response.body?.cancel()
    return { service, ok: response.ok }
  } catch {
    return { service, ok: false }
  }
}

function indexNowRequest({ origin, indexNowKey, slug, editions }: AnnounceOptions): RequestInit {
  const urlList = editions.map((edition) => origin + href.article({ edition, images: true }, slug))
  const keyLocation = origin + href.indexNowKey(indexNowKey)
  return {
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ host: new URL(origin).host, key: indexNowKey, keyLocation, urlList }),
  }
}

function websubRequest({ origin, editions, topics }: AnnounceOptions): RequestInit {
  const body = new URLSearchParams({ 'hub.mode': 'publish' })
  for (const edition of editions) {
    for (const topic of ['', ...topics]) {
      for (const format of FEED_FORMATS) body.append('hub.url', origin + href.feed(edition, format, topic))
    }
  }
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString() }
}
