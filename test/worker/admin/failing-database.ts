import { env } from 'cloudflare:workers'

/** D1 that fails at the given round trip, counted from 1; reads and writes alike. */
export function failingAt(roundTrip: number, stallMs = 0): D1Database {
  let count = 0
  const ask = async <T>(real: () => Promise<T>): Promise<T> => {
    count += 1
    if (count >= roundTrip && stallMs > 0) await new Promise((resolve) => setTimeout(resolve, stallMs))
    else if (count >= roundTrip) throw new Error('D1_ERROR: Network connection lost.')
    return await real()
  }
  const realOf = new WeakMap<object, D1PreparedStatement>()
  const statement = (real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        return (...values: unknown[]) => ask(() => value.apply(target, values))
      },
    })
    realOf.set(wrapped, real)
    return wrapped
  }
  return new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => statement(target.prepare(query))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          ask(() => target.batch(statements.map((one) => realOf.get(one) ?? one)))
      }
      return Reflect.get(target, name)
    },
  })
}
