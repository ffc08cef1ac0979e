/** What the faulty Worker can be told (see faulty.ts), and how a test tells it. */
import { inject } from 'vitest'

export interface Faults {
  /** Every query fails as if D1 were down. */
  readonly failD1?: boolean
  /** Every round trip to D1 takes so much longer. */
  readonly delayD1Ms?: number
  /** Who Cloudflare Access says is there: an e-mail address, or null for nobody. The local mock when absent. */
  readonly editor?: string | null
}

/** What the Worker asked of D1 since the last `setFaults`. */
export interface D1Counts {
  readonly queries: number
  readonly roundTrips: number
}

/** Sets the faults from now on, and the counts to zero. `setFaults()` makes everything work again. */
export async function setFaults(faults: Faults = {}): Promise<void> {
  const response = await fetch(faultUrl(), { method: 'POST', body: JSON.stringify(faults) })
  if (!response.ok) throw new Error(`The faulty Worker did not understand: ${response.status}`)
}

export async function countD1(): Promise<D1Counts> {
  const response = await fetch(faultUrl())
  return (await response.json()) as D1Counts // written by faulty.ts
}

function faultUrl(): URL {
  return new URL('/__fault', inject('siteUrl'))
}
