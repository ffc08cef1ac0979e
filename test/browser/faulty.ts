/**
 * The Worker as the browser tests run it: our own, unchanged, in surroundings that can fail. It counts what is asked of
 * D1, and `POST /__fault` (see faults.ts) makes D1 slow or unreachable, or signs another editor in. It does nothing
 * until it is told to.
 */
import app from '../../src/index.ts'
import type { D1Counts, Faults } from './faults.ts'

/** Module state: the harness runs one isolate. */
let faults: Faults = {}
let counts: D1Counts = { queries: 0, roundTrips: 0 }

type Environment = Record<string, unknown> & { DB: D1Database }
type Handler = (event: unknown, env: unknown, context: unknown) => unknown

export default {
  async fetch(request: Request, env: Environment, context: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname === '/__fault') return await control(request)
    const handle = app.fetch as Handler // called with the surroundings that it would get anyway, wrapped
    return (await handle(
      request,
      { ...env, DB: faultyDatabase(env.DB), SEARCH_LIMIT: unlimited },
      faultyContext(context),
    )) as Response
  },
  async scheduled(event: ScheduledController, env: Environment, context: ExecutionContext): Promise<void> {
    const handle = (app as { scheduled?: Handler }).scheduled
    await handle?.(event, { ...env, DB: faultyDatabase(env.DB) }, context)
  },
}

async function control(request: Request): Promise<Response> {
  if (request.method !== 'POST') return Response.json(counts)
  faults = (await request.json()) as Faults // only our own tests send it
  counts = { queries: 0, roundTrips: 0 }
  return new Response(null, { status: 204 })
}

/** The tests search more often in a minute than any reader. */
const unlimited: RateLimit = { limit: async () => ({ success: true }) }

/** One round trip with so many queries; fails or waits as told. */
async function roundTrip<T>(queries: number, ask: () => Promise<T>): Promise<T> {
  counts = { queries: counts.queries + queries, roundTrips: counts.roundTrips + 1 }
  const { failD1, delayD1Ms } = faults
  if (delayD1Ms) await new Promise((resolve) => setTimeout(resolve, delayD1Ms))
  if (failD1) throw new Error('D1_ERROR: Network connection lost.')
  return await ask()
}

/** `batch` must hand the real statements back to D1, which refuses wrapped ones. */
const realStatements = new WeakMap<D1PreparedStatement, D1PreparedStatement>()

function faultyStatement(real: D1PreparedStatement): D1PreparedStatement {
  const wrapped = new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name === 'bind') return (...values: unknown[]) => faultyStatement(target.bind(...values))
      return (...values: unknown[]) => roundTrip(1, async () => await value.apply(target, values))
    },
  })
  realStatements.set(wrapped, real)
  return wrapped
}

function faultyDatabase<T extends D1Database | D1DatabaseSession>(real: T): T {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...values: unknown[]) => {
        if (name === 'prepare') return faultyStatement(value.apply(target, values))
        if (name === 'withSession') return faultyDatabase(value.apply(target, values))
        if (name === 'getBookmark') return value.apply(target, values)
        if (name !== 'batch') return roundTrip(1, async () => await value.apply(target, values))
        const statements = (values[0] as D1PreparedStatement[]).map((one) => realStatements.get(one) ?? one)
        return roundTrip(statements.length, async () => await value.call(target, statements))
      }
    },
  })
}

function faultyContext(real: ExecutionContext): ExecutionContext {
  const { editor } = faults
  return new Proxy(real, {
    get(target, name) {
      if (name === 'access' && editor !== undefined) return editor === null ? undefined : signedIn(editor)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/** As the local mock of Cloudflare Access has it, but for the address. */
function signedIn(email: string): CloudflareAccessContext {
  return { aud: 'local-mock', getIdentity: async () => ({ email, name: email }) }
}
