import { expect, test } from 'vitest'
import { type AnnounceOptions, announce } from '../../../src/newsroom/announce.ts'

const KEY = '0123456789abcdef'

function options(changes: Partial<AnnounceOptions> = {}): AnnounceOptions & { calls: [string, RequestInit][] } {
  const calls: [string, RequestInit][] = []
  return {
    calls,
    origin: 'https://news.example.org',
    indexNowKey: KEY,
    websubHub: 'https://hub.example.org/',
    slug: 'blueprint',
    editions: ['zh-hant', 'en'],
    topics: ['start-ups'],
    fetch: async (url, init) => {
      calls.push([url, init])
      return new Response(null, { status: 202 })
    },
    ...changes,
  }
}

test('announces the public editions to search engines and their feeds to the hub', async () => {
  const given = options()
  expect(await announce(given)).toEqual([
    { service: 'indexnow', ok: true },
    { service: 'websub', ok: true },
  ])
  const [indexNow, websub] = given.calls
  expect(JSON.parse(String(indexNow?.[1].body))).toEqual({
    host: 'news.example.org',
    key: KEY,
    keyLocation: `https://news.example.org/${KEY}.txt`,
    urlList: ['https://news.example.org/zh-hant/news/blueprint', 'https://news.example.org/en/news/blueprint'],
  })
  const feeds = new URLSearchParams(String(websub?.[1].body)).getAll('hub.url')
  expect(feeds).toHaveLength(12)
  expect(feeds).toContain('https://news.example.org/en/topics/start-ups/atom.xml')
})

test('is silent unless it was asked for, and about what is not public', async () => {
  for (const changes of [
    { indexNowKey: '', websubHub: '' },
    { indexNowKey: 'a b', websubHub: 'http://x' },
    { editions: [] },
  ]) {
    const given = options(changes)
    expect(await announce(given)).toEqual([])
    expect(given.calls).toEqual([])
  }
})

test('never throws', async () => {
  const refuse = async () => {
    throw new Error('unreachable')
  }
  expect(await announce(options({ fetch: refuse }))).toEqual([
    { service: 'indexnow', ok: false },
    { service: 'websub', ok: false },
  ])
  const fail = async () => new Response('', { status: 500 })
  expect((await announce(options({ fetch: fail }))).every(({ ok }) => !ok)).toBe(true)
})
