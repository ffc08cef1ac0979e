/** Sends requests over connections that stay open, to several addresses in turns, and says how fast each answered. */
import { Agent, get } from 'node:http'

const CONNECTIONS = 16
/** Requests of one round at most, so that no mistake can make it endless. */
const REQUESTS_MAX = 20_000
const REQUEST_TIMEOUT_MS = 20_000

export interface LoadOptions {
  rounds: number
  roundMs: number
}

export interface Speed {
  /** Median over the rounds. */
  perSecond: number
  /** Requests per second of each round. */
  rounds: readonly number[]
  p50Ms: number
  p95Ms: number
}

interface Sample {
  perSecond: number
  timesMs: number[]
}

/** One request; gives the bytes of the answer. */
export function request(agent: Agent, url: URL): Promise<Buffer> {
  if (url.hostname !== '127.0.0.1') throw new Error(`${url} is not on this machine`)
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent, timeout: REQUEST_TIMEOUT_MS }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks))
        else
          reject(new Error(`${url} answered ${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 300)}`))
      })
    })
    sent.on('timeout', () => sent.destroy(new Error(`${url} did not answer`)))
    sent.on('error', reject)
  })
}

/** Fetches one page. */
export async function fetchPage(url: URL): Promise<string> {
  const agent = new Agent()
  try {
    return (await request(agent, url)).toString()
  } finally {
    agent.destroy()
  }
}

async function round(agent: Agent, url: URL, roundMs: number): Promise<Sample> {
  const timesMs: number[] = []
  const startMs = performance.now()
  const endMs = startMs + roundMs
  const connection = async () => {
    while (performance.now() < endMs && timesMs.length < REQUESTS_MAX) {
      const sentMs = performance.now()
      await request(agent, url)
      timesMs.push(performance.now() - sentMs)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return { perSecond: (timesMs.length * 1000) / (performance.now() - startMs), timesMs }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Asks the addresses in turns, one more round than is counted. */
export async function compare(urls: readonly URL[], { rounds, roundMs }: LoadOptions): Promise<Speed[]> {
  const agents = urls.map(() => new Agent({ keepAlive: true, maxSockets: CONNECTIONS }))
  const samples: Sample[][] = urls.map(() => [])
  try {
    for (let number = 0; number <= rounds; number++) {
      for (const [index, url] of urls.entries()) {
        const agent = agents[index]
        if (!agent) continue
        const sample = await round(agent, url, roundMs)
        if (number > 0) samples[index]?.push(sample)
      }
    }
  } finally {
    for (const agent of agents) agent.destroy()
  }
  return samples.map((list) => {
    const timesMs = list.flatMap((sample) => sample.timesMs)
    const perSecond = list.map((sample) => sample.perSecond)
    return {
      ...{ perSecond: quantile(perSecond, 0.5), rounds: perSecond },
      ...{ p50Ms: quantile(timesMs, 0.5), p95Ms: quantile(timesMs, 0.95) },
    }
  })
}

/** How many times as fast one address was as another that took turns with it: the median over the rounds. */
export function ratioOf(speed: Speed, other: Speed): number {
  const ratios = speed.rounds.map((perSecond, index) => perSecond / (other.rounds[index] ?? Number.NaN))
  return quantile(ratios, 0.5)
}
