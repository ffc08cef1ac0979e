/**
 * A slow mobile network: a TCP proxy in front of the site with a round-trip time, a rate and TCP's slow start. Unlike
 * the browser's own throttling it delays every byte of the connection, set-up included.
 */
import { createServer, connect as openSocket, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export interface Network {
  readonly rttMs: number
  readonly kilobitsPerSecond: number
}

/** The network of the budgets in the design: a weak 3G signal. */
export const SLOW_3G: Network = { rttMs: 400, kilobitsPerSecond: 400 }
/** Worse: the edge of coverage. */
export const EDGE_OF_COVERAGE: Network = { rttMs: 800, kilobitsPerSecond: 280 }

export interface SlowNetwork {
  /** The site behind the proxy. A localhost address: browsers take it for secure, so they ask for brotli there. */
  readonly url: string
  /** What passed so far, headers included. */
  readonly counts: { connections: number; bytesUp: number; bytesDown: number }
  close(): Promise<void>
}

/** One round trip for TCP, one for TLS 1.3. */
const SETUP_ROUND_TRIPS = 2

/** TCP sends ten segments before the first acknowledgement (RFC 6928), then twice as many each round. */
const SEGMENT_BYTES = 1460
const INITIAL_WINDOW_BYTES = 10 * SEGMENT_BYTES

/** Opens the proxy on a free port. */
export async function openSlowNetwork(siteUrl: string | URL, network: Network): Promise<SlowNetwork> {
  const target = new URL(siteUrl)
  const counts = { connections: 0, bytesUp: 0, bytesDown: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    counts.connections++
    const upstream = openSocket(Number(target.port), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
    }
    const isReadyAtMs = performance.now() + SETUP_ROUND_TRIPS * network.rttMs
    const sendUp = inOrder()
    client.on('data', (chunk: Buffer) => {
      counts.bytesUp += chunk.byteLength
      sendUp(Math.max(performance.now(), isReadyAtMs) + network.rttMs / 2, () => upstream.write(chunk))
    })
    client.on('close', () => upstream.destroy())
    const sendDown = inOrder()
    const arrival = slowStart(network)
    upstream.on('data', (chunk: Buffer) => {
      counts.bytesDown += chunk.byteLength
      for (let start = 0; start < chunk.byteLength; start += SEGMENT_BYTES) {
        const segment = chunk.subarray(start, start + SEGMENT_BYTES)
        sendDown(arrival(segment.byteLength), () => client.write(segment))
      }
    })
    upstream.on('close', () => sendDown(arrival(0), () => client.end()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    url: `http://localhost:${address.port}/`,
    counts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Gives the moment at which the next segment of one connection arrives. */
function slowStart({ rttMs, kilobitsPerSecond }: Network): (bytes: number) => number {
  let isFreeAtMs = 0
  let windowBytes = INITIAL_WINDOW_BYTES
  let sentInRoundBytes = 0
  let roundStartedAtMs = 0
  return (bytes) => {
    let leavesAtMs = Math.max(performance.now(), isFreeAtMs)
    if (leavesAtMs >= roundStartedAtMs + rttMs) {
      roundStartedAtMs = leavesAtMs
      sentInRoundBytes = 0
    } else if (sentInRoundBytes + bytes > windowBytes) {
      leavesAtMs = roundStartedAtMs + rttMs
      roundStartedAtMs = leavesAtMs
      sentInRoundBytes = 0
      windowBytes *= 2
    }
    sentInRoundBytes += bytes
    isFreeAtMs = leavesAtMs + (bytes * 8) / kilobitsPerSecond
    return isFreeAtMs + rttMs / 2
  }
}

/** Runs actions at their moments, and never one before an earlier one: timers alone would swap neighbours. */
function inOrder(): (atMs: number, action: () => void) => void {
  let last = Promise.resolve()
  return (atMs, action) => {
    last = last.then(async () => {
      const waitMs = atMs - performance.now()
      if (waitMs > 0) await delay(waitMs)
      action()
    })
  }
}
