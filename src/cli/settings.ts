/** What the operator may set for `npm start`, read and validated once. */
import path from 'node:path'

export interface StartSettings {
  readonly port: number
  /** Absolute; holds the local database, uploaded files and logs. */
  readonly stateDir: string
}

/** A mistake that the operator can mend: its message says how, so it is shown without a stack. */
export class OperatorError extends Error {}

const DEFAULT_PORT = 8787
const DEFAULT_STATE_DIR = '.state'
const PORT_MAX = 65_535

/**
 * Reads PORT and STATE_DIR. An empty variable counts as absent; a relative STATE_DIR starts at `root`.
 * @throws OperatorError naming the variable and what it may be
 */
export function readStartSettings(env: Readonly<Record<string, string | undefined>>, root: string): StartSettings {
  return {
    port: parsePort(env.PORT || String(DEFAULT_PORT)),
    stateDir: path.resolve(root, env.STATE_DIR || DEFAULT_STATE_DIR),
  }
}

function parsePort(raw: string): number {
  const port = Number(raw)
  if (/^\d+$/.test(raw) && port >= 1 && port <= PORT_MAX) return port
  throw new OperatorError(`PORT must be a whole number from 1 to ${PORT_MAX}, but it is "${raw}".`)
}
